package org.facedesk.server.ws;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.ClientRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All sockets, and the clock that ends those whose time is up even when nothing arrives on them.
 */
public final class OpenSockets implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenSockets.class);
  private static final Duration TICK = Duration.ofMillis(200);
  private static final int TICKS_BETWEEN_CHECKS = 5;

  private final SocketContext context;
  private final RestSessions restSessions;
  private final Map<FrameSocket, String> sockets = new ConcurrentHashMap<>();
  private final AtomicBoolean checking = new AtomicBoolean();
  private int ticks;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("facedesk-socket-clock").factory());

  public OpenSockets(SocketContext context, RestSessions restSessions) {
    this.context = context;
    this.restSessions = restSessions;
    var _ =
        clock.scheduleWithFixedDelay(
            this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Made known here; the caller opens it once it is ready to hear that it closed. */
  FrameSocket connected(String token, Caller caller, Outbox.Wire wire) {
    FrameSocket socket = new FrameSocket(context, token, caller, wire);
    sockets.put(socket, token);
    return socket;
  }

  void disconnected(FrameSocket socket) {
    sockets.remove(socket);
    socket.disconnected();
  }

  public int count() {
    return sockets.size();
  }

  /** Tells the socket of a session, if there is one, that the session was cancelled. */
  public void cancelled(String token) {
    for (FrameSocket socket : sockets.keySet()) {
      if (socket.token().equals(token)) {
        socket.end(ErrorCode.SESSION_STATE, "The session was cancelled.");
      }
    }
  }

  /** A client was revoked or given new credentials: its sockets close, what is held for it goes. */
  public void shutOut(UUID client) {
    for (FrameSocket socket : sockets.keySet()) {
      ClientRecord owner = socket.client();
      if (owner != null && owner.id().equals(client)) {
        socket.evict();
      }
    }
    restSessions.shutOut(client);
  }

  /**
   * Looks whether clients with open sockets, and the sessions that are held, are still what they
   * were, for the case that another station on the same store, or a command, changed that. One
   * look-up a client, and one for all sessions.
   */
  void checkStore() {
    context.sessions().followStore();
    Map<UUID, Optional<Integer>> generations = new HashMap<>();
    for (FrameSocket socket : sockets.keySet()) {
      ClientRecord owner = socket.client();
      if (owner != null && !socket.finishing()) {
        // empty for one that was revoked
        Optional<Integer> now =
            generations.computeIfAbsent(
                owner.id(), id -> context.clients().byId(id).map(ClientRecord::generation));
        if (!now.equals(Optional.of(owner.generation()))) {
          socket.evict();
        }
      }
    }
  }

  /**
   * Tells everyone that the station stops, and waits until they have been told.
   *
   * @return whether all were gone in time
   */
  public boolean farewell(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    // what is in work may be somebody's enrollment: it is finished and told
    sockets.keySet().forEach(FrameSocket::takeNoMore);
    while (sockets.keySet().stream().anyMatch(FrameSocket::working)
        && System.nanoTime() < end - patience.toNanos() / 2) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    sockets
        .keySet()
        .forEach(socket ->
            socket.end(ErrorCode.OVERLOADED, "The station is stopping; connect again later."));
    while (!sockets.isEmpty() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return sockets.isEmpty();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    restSessions.close();
  }

  /** Nothing is thrown from here: that would stop the clock for all. */
  void tick() {
    long now = System.nanoTime();
    for (FrameSocket socket : sockets.keySet()) {
      guarded("a socket's clock", () -> socket.tick(now));
    }
    if (++ticks % TICKS_BETWEEN_CHECKS == 0) {
      guarded("beginning to look into the store", this::beginCheck);
    }
    guarded("the clock of sessions over REST", () -> restSessions.tick(now));
  }

  /** Not while the last one waits, maybe for a database that is away: they would pile up. */
  private void beginCheck() {
    if (!checking.compareAndSet(false, true)) {
      return;
    }
    boolean begun = false;
    try {
      context.blocking().execute(this::check);
      begun = true;
    } finally {
      if (!begun) {
        checking.set(false);
      }
    }
  }

  private void check() {
    try {
      guarded("looking into the store", this::checkStore);
    } finally {
      checking.set(false);
    }
  }

  private static void guarded(String what, Runnable work) {
    try {
      work.run();
    } catch (FacedeskException e) {
      LOG.debug("{} failed; it is tried again soon", what, e);
    } catch (RuntimeException e) {
      LOG.error("{} failed", what, e);
    }
  }
}
