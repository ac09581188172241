package org.facedesk.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.SecureTokens;
import org.facedesk.enroll.AuthenticationRequest;
import org.facedesk.enroll.EnrollmentRequest;
import org.facedesk.enroll.LiveSession;
import org.facedesk.enroll.SessionService;
import org.facedesk.enroll.SessionTicket;
import org.facedesk.enroll.SessionView;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.enroll.policy.Requirements.LivenessRule;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;

/** Sessions without faces: the test says what each frame leads to. */
public final class FakeSessions implements SessionService {
  public final List<EnrollmentRequest> enrollments = new CopyOnWriteArrayList<>();
  public final List<AuthenticationRequest> authentications = new CopyOnWriteArrayList<>();
  private final Map<String, FakeSession> byToken = new ConcurrentHashMap<>();

  public FakeSession session(String token) {
    return java.util.Objects.requireNonNull(byToken.get(token), "no such session");
  }

  /** A session as a REST call would have made it. */
  public FakeSession add(ClientRecord client, SessionType type) {
    Requirements requirements =
        type == SessionType.ENROLLMENT
            ? new Requirements(3, 3, 1, 1, LivenessRule.BLINK_AND_MOTION)
            : new Requirements(3, 3, 1, 1, LivenessRule.BLINK_OR_MOTION);
    FakeSession session =
        new FakeSession(client.id(), SecureTokens.next("sess_"), type, requirements);
    byToken.put(session.token, session);
    return session;
  }

  @Override
  public SessionTicket createEnrollment(ClientRecord client, EnrollmentRequest request) {
    enrollments.add(request);
    return ticket(add(client, SessionType.ENROLLMENT), false);
  }

  @Override
  public SessionTicket createAuthentication(ClientRecord client, AuthenticationRequest request) {
    authentications.add(request);
    if ("nobody".equals(request.userId())) {
      throw new FacedeskException(ErrorCode.USER_NOT_FOUND, "there is no such user");
    }
    SessionType type =
        request.userId() == null ? SessionType.IDENTIFICATION : SessionType.VERIFICATION;
    return ticket(add(client, type), !request.requireLiveness());
  }

  private static SessionTicket ticket(FakeSession session, boolean forced) {
    return new SessionTicket(
        session.id,
        session.token,
        session.type,
        session.type == SessionType.ENROLLMENT ? session.enrollmentId : null,
        SessionStatus.ACTIVE,
        session.requirements,
        session.expiresAt,
        forced);
  }

  @Override
  public LiveSession open(String token) {
    FakeSession session = byToken.get(token);
    if (session == null) {
      throw unknown();
    }
    return session.open();
  }

  @Override
  public Optional<UUID> owner(String token) {
    return Optional.ofNullable(byToken.get(token)).map(session -> session.client);
  }

  @Override
  public SessionView view(ClientRecord client, String token) {
    return view(own(client, token));
  }

  @Override
  public SessionView cancel(ClientRecord client, String token) {
    FakeSession session = own(client, token);
    session.cancel();
    return view(session);
  }

  private FakeSession own(ClientRecord client, String token) {
    FakeSession session = byToken.get(token);
    if (session == null || !session.client.equals(client.id())) {
      throw unknown();
    }
    return session;
  }

  private static FacedeskException unknown() {
    return new FacedeskException(ErrorCode.SESSION_NOT_FOUND, "there is no such session");
  }

  private static SessionView view(FakeSession session) {
    return new SessionView(
        session.id,
        session.type,
        session.status,
        null,
        "u1",
        null,
        session.frames(),
        0,
        0,
        0,
        false,
        Instant.EPOCH,
        session.expiresAt,
        null,
        null);
  }

  @Override
  public void sweep() {}

  @Override
  public void followStore() {}

  @Override
  public int open() {
    return byToken.size();
  }
}
