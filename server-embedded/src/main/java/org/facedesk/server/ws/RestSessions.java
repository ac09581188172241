package org.facedesk.server.ws;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.facedesk.core.CorrelationId;
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

  /** A session whose time is up waits so long for the call that ends it, to be told. */
  private static final Duration LAST_CALL = Duration.ofSeconds(5);

  private final SocketContext context;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  public RestSessions(SocketContext context) {
    this.context = context;
  }

  /** A session between its calls. */
  private record Opened(LiveSession live, SessionScript script) {}

  private static final class Held {
    final UUID client;
    final ReentrantLock turn = new ReentrantLock();
    volatile long usedNanos = System.nanoTime();

    /** Null until the first call has opened it; set under {@link #turn}. */
    volatile @Nullable Opened opened;

    Held(UUID client) {
      this.client = client;
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
    Held session = held.computeIfAbsent(token, unknown -> new Held(client.id()));
    if (!session.turn.tryLock()) {
      context.meters().displaced();
      throw new FacedeskException(
          ErrorCode.RATE_LIMITED, "Busy with an earlier frame; send one at a time.");
    }
    try {
      if (held.get(token) != session) { // let go when the lock was not taken yet
        throw new FacedeskException(
            ErrorCode.RATE_LIMITED, "The session is being let go; send the frame again.");
      }
      session.usedNanos = System.nanoTime();
      Opened opened = opened(session, client, token);
      admit(opened.live(), session, token);
      context.frameLimits().take(client.id(), network);
      SessionScript.Line line = looked(opened, picture, clientMillis, seq);
      if (line.close() != null) {
        held.remove(token, session);
      }
      return line;
    } finally {
      session.usedNanos = System.nanoTime();
      session.turn.unlock();
    }
  }

  private SessionScript.Line looked(
      Opened opened, byte[] picture, @Nullable Long clientMillis, @Nullable Long seq) {
    try {
      return new AnalysisTurn(context.analysis())
          .of(() ->
              opened
                  .script()
                  .line(
                      context
                          .meters()
                          .looked(() ->
                              opened.live().process(picture, Picture.steadyMillis(), clientMillis)),
                      seq));
    } catch (FacedeskException e) {
      if (e.code() == ErrorCode.OVERLOADED) {
        context.meters().overloaded();
      }
      throw e;
    }
  }

  /** The database is asked under the session's own lock: others pass by meanwhile. */
  private Opened opened(Held session, ClientRecord client, String token) {
    Opened known = session.opened;
    if (known != null) {
      return known;
    }
    try {
      LiveSession live = context.sessions().open(token);
      Opened opened = new Opened(live, SessionScript.of(context, client, token, live));
      session.opened = opened;
      if (held.get(token) != session) { // shut out meanwhile, when there was nothing to let go yet
        letGo(session);
        throw new FacedeskException(ErrorCode.SESSION_NOT_FOUND, "There is no such session.");
      }
      return opened;
    } finally {
      if (session.opened == null) {
        held.remove(token, session);
      }
    }
  }

  private void admit(LiveSession live, Held session, String token) {
    switch (live.admit()) {
      case ADMITTED -> {}
      case TOO_FAST -> {
        context.meters().tooFast();
        throw new FacedeskException(ErrorCode.RATE_LIMITED, "At most ten frames a second.");
      }
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
      if (dispensable(session, nowNanos) && session.turn.tryLock()) {
        try {
          held.remove(token, session);
        } finally {
          session.turn.unlock();
        }
        context.blocking().execute(() -> letGo(session));
      }
    });
  }

  private static boolean dispensable(Held session, long nowNanos) {
    long unused = nowNanos - session.usedNanos;
    Opened opened = session.opened;
    boolean due = opened != null && (opened.live().over() || opened.live().remainingMillis() == 0);
    return unused > (due ? LAST_CALL : IDLE).toNanos();
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

  /** Nobody asked for it, so that what becomes of it has a correlation id of its own. */
  private static void letGo(Held session) {
    Opened opened = session.opened;
    if (opened != null) {
      CorrelationId.during(CorrelationId.currentOrNext(), () -> letGo(opened.live()));
    }
  }

  private static void letGo(LiveSession live) {
    try {
      if (live.expireIfDue().isEmpty()) {
        live.close();
      }
    } catch (RuntimeException e) {
      LOG.error("a session could not be let go", e);
    }
  }
}
