package org.facedesk.server.http;

import org.facedesk.enroll.AuthenticationRequest;
import org.facedesk.enroll.SessionService;
import org.facedesk.enroll.SessionTicket;
import org.facedesk.enroll.policy.Requirements.LivenessRule;
import org.facedesk.protocol.AuthenticationStarted;
import org.facedesk.protocol.StartAuthentication;

/** {@code POST /api/auth/authentication/}. */
public final class AuthenticationEndpoint implements Endpoint {
  private final SessionService sessions;
  private final WebsocketUrls urls;

  public AuthenticationEndpoint(SessionService sessions, WebsocketUrls urls) {
    this.sessions = sessions;
    this.urls = urls;
  }

  @Override
  public Answer answer(Call call) {
    StartAuthentication body = call.body(StartAuthentication.class);
    StartAuthentication.Metadata wishes = body.wishes();
    SessionTicket ticket =
        sessions.createAuthentication(
            call.client(),
            new AuthenticationRequest(
                body.userId() == null ? null : Wishes.userId(body.userId()),
                Wishes.channel(body.sessionType()),
                body.requireLiveness() == null || body.requireLiveness(),
                wishes.minFramesRequired(),
                wishes.requiredBlinks(),
                "remote",
                Wishes.challenge(wishes.liveness())));
    return Answer.created(
        new AuthenticationStarted(
            ticket.token(),
            ticket.status().wireName(),
            ticket.type().wireName(),
            ticket.requirements().rule() != LivenessRule.NONE,
            ticket.expiresAt(),
            urls.of(call.peer(), ticket.token()),
            (ticket.livenessForced() ? "This station always asks for liveness. " : "")
                + "Connect to the WebSocket and send frames."
                + Wishes.aboutChallenge(wishes.liveness())));
  }
}
