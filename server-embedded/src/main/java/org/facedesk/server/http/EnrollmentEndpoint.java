package org.facedesk.server.http;

import java.util.Objects;
import org.facedesk.enroll.EnrollmentRequest;
import org.facedesk.enroll.SessionService;
import org.facedesk.enroll.SessionTicket;
import org.facedesk.protocol.EnrollmentStarted;
import org.facedesk.protocol.StartEnrollment;

/** {@code POST /api/auth/enrollment/}. */
public final class EnrollmentEndpoint implements Endpoint {
  private final SessionService sessions;
  private final WebsocketUrls urls;

  public EnrollmentEndpoint(SessionService sessions, WebsocketUrls urls) {
    this.sessions = sessions;
    this.urls = urls;
  }

  @Override
  public Answer answer(Call call) {
    StartEnrollment body = call.body(StartEnrollment.class);
    StartEnrollment.Metadata wishes = body.wishes();
    SessionTicket ticket =
        sessions.createEnrollment(
            call.client(),
            new EnrollmentRequest(
                Wishes.userId(body.userId()),
                Wishes.channel(body.sessionType()),
                wishes.targetSamples(),
                wishes.requiredBlinks(),
                wishes.requiredMotionEvents(),
                "remote",
                Wishes.challenge(wishes.liveness())));
    return Answer.created(
        new EnrollmentStarted(
            ticket.token(),
            Objects.requireNonNull(ticket.enrollmentId()),
            ticket.status().wireName(),
            ticket.requirements().samples(),
            ticket.expiresAt(),
            urls.of(call.peer(), ticket.token()),
            "Connect to the WebSocket and send frames."
                + Wishes.aboutChallenge(wishes.liveness())));
  }
}
