package org.facedesk.server.ws;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.facedesk.protocol.WireFormat;
import org.facedesk.protocol.crypto.ResultEnvelope;
import org.facedesk.server.FakeClients;
import org.facedesk.server.FakeSessions;
import org.facedesk.server.security.FrameLimits;
import org.facedesk.server.security.RateLimits;
import org.facedesk.server.security.ResultSealing;
import org.facedesk.server.security.SecurityTrail;
import org.facedesk.store.AuditEvent;

/** What sockets and calls stand on, without a server: everything is done by whoever asks for it. */
final class Parts {
  private static final int PLENTY = 1_000_000;

  final FakeClients clients = new FakeClients();
  final FakeSessions sessions = new FakeSessions();
  final List<AuditEvent> trail = new CopyOnWriteArrayList<>();
  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  SocketContext context() {
    return context(Runnable::run, Runnable::run);
  }

  SocketContext context(Executor analysis, Executor blocking) {
    WireFormat format = new WireFormat();
    return new SocketContext(
        sessions,
        clients,
        new ResultSealing(clients, new ResultEnvelope(new SecureRandom()), format),
        format,
        analysis,
        new FrameTurns(analysis),
        blocking,
        () -> 0.5,
        new SocketMeters(metrics),
        new FrameLimits(new RateLimits(PLENTY, "frames"), new RateLimits(PLENTY, "frames")),
        new SecurityTrail(trail::add, Runnable::run));
  }

  /** How many frames came to that. */
  double frames(String outcome) {
    return metrics.counter("facedesk.frames", "outcome", outcome).count();
  }
}
