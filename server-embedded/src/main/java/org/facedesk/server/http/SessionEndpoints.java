package org.facedesk.server.http;

import java.util.function.Consumer;
import org.facedesk.enroll.SessionService;
import org.facedesk.enroll.SessionView;
import org.facedesk.protocol.SessionState;
import org.jspecify.annotations.Nullable;

/** {@code /api/auth/sessions/{token}/}: how a session stands, and giving it up. */
public final class SessionEndpoints {
  private final SessionService sessions;
  private final Consumer<String> onCancelled;

  /**
   * @param onCancelled gets the token of a session that was cancelled, to tell an open socket
   */
  public SessionEndpoints(SessionService sessions, Consumer<String> onCancelled) {
    this.sessions = sessions;
    this.onCancelled = onCancelled;
  }

  public Answer view(Call call) {
    return Answer.ok(state(sessions.view(call.client(), call.parameter("token")), null));
  }

  public Answer cancel(Call call) {
    String token = call.parameter("token");
    SessionView cancelled = sessions.cancel(call.client(), token);
    onCancelled.accept(token);
    return Answer.ok(state(cancelled, "The session was cancelled."));
  }

  private static SessionState state(SessionView view, @Nullable String message) {
    return new SessionState(
        view.sessionId(),
        view.type().wireName(),
        view.status().wireName(),
        view.enrollmentId(),
        view.userId(),
        view.otherClient(),
        view.frames(),
        view.samples(),
        view.blinks(),
        view.motionEvents(),
        view.livenessVerified(),
        view.createdAt(),
        view.expiresAt(),
        view.endedAt(),
        view.reason(),
        message);
  }
}
