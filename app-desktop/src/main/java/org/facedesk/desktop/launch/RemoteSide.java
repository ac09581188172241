package org.facedesk.desktop.launch;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.settings.StationSettings;
import org.facedesk.server.BoundAddress;
import org.facedesk.server.FacedeskServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The station's server, which follows the settings while the station runs: it is opened, closed, or
 * closed and opened again. Where the new settings do not work, the old ones are in force again.
 * Thread-safe.
 */
final class RemoteSide implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteSide.class);

  /** They hold on to the server they came with; the next one brings its own. */
  private static final Set<String> GAUGES =
      Set.of(
          "facedesk.sockets.open",
          "facedesk.certificate.seconds.left",
          "facedesk.certificate.reload.failing");

  private final Function<StationSettings.Server, FacedeskServer> making;
  private final MeterRegistry meters;
  private @Nullable Open open;
  private @Nullable FacedeskException refusal;

  private record Open(
      FacedeskServer server, StationSettings.Server settings, BoundAddress address) {}

  /**
   * @param making makes a server that is not started yet
   */
  RemoteSide(Function<StationSettings.Server, FacedeskServer> making, MeterRegistry meters) {
    this.making = making;
    this.meters = meters;
  }

  /**
   * Does what the settings say; nothing if they say what is.
   *
   * @throws FacedeskException PORT_IN_USE, SETTINGS_INVALID; then all is as it was before, or it
   *     does not listen and {@link #refusal} says why
   */
  synchronized void follow(StationSettings.Server wanted) {
    Open before = open;
    if (before != null && before.settings().equals(wanted)) {
      return;
    }
    shut();
    if (!wanted.on()) {
      return;
    }
    try {
      listen(wanted);
    } catch (FacedeskException e) {
      refusal = e;
      if (before != null) {
        again(before.settings());
      }
      throw e;
    }
  }

  /** The same at the start of a station that is of use without its server, too. */
  synchronized void attempt(StationSettings.Server wanted) {
    try {
      follow(wanted);
    } catch (FacedeskException e) {
      LOG.error("[{}] {}: the station goes on without its server", e.correlationId(), e.code(), e);
    }
  }

  private void listen(StationSettings.Server wanted) {
    FacedeskServer server = making.apply(wanted);
    try {
      open = new Open(server, wanted, server.start());
      refusal = null;
    } catch (FacedeskException e) {
      server.close();
      forgetGauges();
      throw e;
    }
  }

  private void again(StationSettings.Server settings) {
    try {
      listen(settings);
    } catch (FacedeskException e) {
      refusal = e;
      LOG.error("[{}] The server does not listen as before, either", e.correlationId(), e);
    }
  }

  /** Where it listens; empty while it is off. */
  synchronized Optional<BoundAddress> address() {
    return Optional.ofNullable(open).map(Open::address);
  }

  /** Why it does not listen although it should; empty while it listens or is off. */
  synchronized Optional<FacedeskException> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Closes what is open for a client whose credentials have stopped working. */
  synchronized void shutOut(UUID client) {
    if (open != null) {
      open.server().shutOut(client);
    }
  }

  private void shut() {
    Open was = open;
    open = null;
    refusal = null;
    if (was != null) {
      was.server().close();
      forgetGauges();
    }
  }

  private void forgetGauges() {
    List<Meter> stale =
        meters.getMeters().stream()
            .filter(meter -> GAUGES.contains(meter.getId().getName()))
            .collect(Collectors.toList());
    stale.forEach(meters::remove);
  }

  @Override
  public synchronized void close() {
    shut();
  }
}
