package org.facedesk.server.ws;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.enroll.LiveSession;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions that are fed one REST call at a time. A session is held between the calls, as a socket
 * would hold it, because liveness lives from frame to frame; when no call comes for a while it is
 * let go. Safe for many threads; calls wait for the analysis.
 */
public final class RestSessions {
  private static final Logger LOG = LoggerFactory.getLogger(RestSessions.class);
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final SocketContext context;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  public RestSessions(SocketContext context) {
    this.context = context;
  }

  private static final class Held {
    final UUID client;
    final LiveSession live;
    final SessionScript script;
    final ReentrantLock turn = new ReentrantLock();
    volatile long usedNanos = System.nanoTime();

    Held(UUID client, LiveSession live, SessionScript script) {
      this.client = client;
      this.live = live;
      this.script = script;
    }
  }

  /**
   * Judges one frame.
   *
   * @param network what limits are counted for, as the caller's peer says
   * @return what a socket would have sent
   * @throws FacedeskException SESSION_NOT_FOUND (also for another client's), SESSION_STATE,
   *     SESSION_EXPIRED, RATE_LIMITED, FRAME_LIMIT, OVERLOADED, or what the picture is refused for
   */
  public SessionScript.Line process(
      ClientRecord client,
      String network,
      String token,
      byte[] picture,
      @Nullable Long clientMillis,
      @Nullable Long seq) {
    if (context.sessions().owner(token).filter(client.id()::equals).isEmpty()) {
      throw new FacedeskException(ErrorCode.SESSION_NOT_FOUND, "There is no such session.");
    }
    Held session = held.computeIfAbsent(token, unknown -> open(client, token));
    if (!session.turn.tryLock()) {
      throw new FacedeskException(
          ErrorCode.RATE_LIMITED, "Busy with an earlier frame; send one at a time.");
    }
    try {
      session.usedNanos = System.nanoTime();
      admit(session, token);
      context.frameLimits().take(client.id(), network);
      SessionScript.Line line =
          new AnalysisTurn(context.analysis())
              .of(() ->
                  session.script.line(
                      session.live.process(picture, Picture.steadyMillis(), clientMillis), seq));
      if (line.close() != null) {
        held.remove(token, session);
      }
      return line;
    } finally {
      session.usedNanos = System.nanoTime();
      session.turn.unlock();
    }
  }

  private Held open(ClientRecord client, String token) {
    LiveSession live = context.sessions().open(token);
    return new Held(client.id(), live, SessionScript.of(context, client, token, live));
  }

  private void admit(Held session, String token) {
    switch (session.live.admit()) {
      case ADMITTED -> {}
      case TOO_FAST ->
          throw new FacedeskException(ErrorCode.RATE_LIMITED, "At most ten frames a second.");
      case FRAMES_USED_UP ->
          throw new FacedeskException(ErrorCode.FRAME_LIMIT, "The session's frames are used up.");
      case SESSION_OVER -> {
        held.remove(token, session);
        throw new FacedeskException(ErrorCode.SESSION_STATE, "The session is over.");
      }
    }
  }

  /** Lets go of what was not used for a while and ends what is overdue; called now and then. */
  void tick(long nowNanos) {
    held.forEach((token, session) -> {
      boolean idle = nowNanos - session.usedNanos > IDLE.toNanos();
      boolean due = session.live.remainingMillis() == 0;
      if ((idle || due) && session.turn.tryLock()) {
        try {
          held.remove(token, session);
        } finally {
          session.turn.unlock();
        }
        context.blocking().execute(() -> letGo(session));
      }
    });
  }

  /** A client was revoked or given new credentials: nothing is held for it any more. */
  void shutOut(UUID client) {
    held.forEach((token, session) -> {
      if (session.client.equals(client) && held.remove(token, session)) {
        context.blocking().execute(() -> letGo(session));
      }
    });
  }

  /** Lets go of all. */
  void close() {
    held.values().forEach(RestSessions::letGo);
    held.clear();
  }

  private static void letGo(Held session) {
    try {
      if (session.live.expireIfDue().isEmpty()) {
        session.live.close();
      }
    } catch (RuntimeException e) {
      LOG.error("a session could not be let go", e);
    }
  }
}
