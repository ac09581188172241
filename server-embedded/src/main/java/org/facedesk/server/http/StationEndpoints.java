package org.facedesk.server.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.facedesk.core.FacedeskException;
import org.facedesk.enroll.SessionService;
import org.facedesk.protocol.StationHealth;
import org.facedesk.protocol.StationInfo;
import org.facedesk.protocol.StationStatus;
import org.facedesk.protocol.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * What anyone may ask the station about itself. Nothing here tells a version or a name: it would
 * help an attacker more than a client.
 */
public final class StationEndpoints {
  private final StationProbe probe;
  private final SessionService sessions;
  private final InstantSource clock;
  private final Instant started;

  public StationEndpoints(StationProbe probe, SessionService sessions, InstantSource clock) {
    this.probe = probe;
    this.sessions = sessions;
    this.clock = clock;
    this.started = clock.instant();
  }

  /** 200 when the station can work, 503 when it cannot. */
  public Answer health(Call call) {
    boolean store = probe.storeReady();
    boolean engine = probe.engineReady();
    boolean ready = store && engine;
    return Answer.json(
        ready ? 200 : 503,
        new StationHealth(
            ready ? "healthy" : "unhealthy", Map.of("store", word(store), "engine", word(engine))));
  }

  public Answer status(Call call) {
    boolean ready = probe.storeReady() && probe.engineReady();
    Instant now = clock.instant();
    return Answer.ok(
        new StationStatus(
            ready ? "operational" : "degraded",
            Duration.between(started, now).toSeconds(),
            openSessions(),
            now));
  }

  public Answer info(Call call) {
    return Answer.ok(
        new StationInfo(
            "Facedesk",
            List.of("enrollment", "verification", "identification"),
            List.of("image/jpeg", "image/png"),
            WireFormat.MAX_IMAGE,
            WireFormat.MAX_MESSAGE,
            10,
            List.of("AES-256-CBC", "JWE dir A256GCM")));
  }

  private @Nullable Integer openSessions() {
    try {
      return sessions.open();
    } catch (FacedeskException e) {
      return null; // the store is away, and the status says so
    }
  }

  private static String word(boolean ready) {
    return ready ? "ok" : "unavailable";
  }
}
