package org.facedesk.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.facedesk.server.security.CertificateFiles;
import org.facedesk.server.security.CertificateWatch;
import org.facedesk.server.security.SelfSignedCertificate;
import org.facedesk.server.security.TlsCertificate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificate that the settings ask for, and the clock by which its files are looked at. */
final class ServerCertificate implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerCertificate.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final CertificateFiles files;
  private final TlsCertificate first;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final ScheduledExecutorService ticking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("facedesk-certificate").factory());
  private @Nullable CertificateWatch watch;

  private ServerCertificate(CertificateFiles files, InstantSource clock, MeterRegistry meters) {
    this.files = files;
    this.first = files.load().get();
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * @throws org.facedesk.core.FacedeskException SETTINGS_INVALID
   */
  static ServerCertificate of(ServerSettings settings, InstantSource clock, MeterRegistry meters) {
    return new ServerCertificate(files(settings, clock), clock, meters);
  }

  private static CertificateFiles files(ServerSettings settings, InstantSource clock) {
    return switch (settings.tls()) {
      case ServerSettings.Tls.Pem pem ->
          new CertificateFiles(
              List.of(pem.certificates(), pem.key()),
              () -> TlsCertificate.fromPem(pem.certificates(), pem.key()),
              false);
      case ServerSettings.Tls.Pkcs12 store ->
          new CertificateFiles(
              List.of(store.file()),
              () -> TlsCertificate.fromPkcs12(store.file(), store.password()),
              false);
      default -> {
        SelfSignedCertificate own = new SelfSignedCertificate(settings.dataFolder());
        yield new CertificateFiles(
            List.of(own.file()),
            () -> own.loadOrMake(StationNames.of(settings), clock.instant()),
            true);
      }
    };
  }

  /** What the server starts with. */
  TlsCertificate first() {
    return first;
  }

  /**
   * Looks at the files from now on.
   *
   * @param install makes the server use another certificate for new handshakes
   */
  synchronized void watch(Consumer<TlsCertificate> install) {
    watch = new CertificateWatch(files, first, install, clock, meters);
    long period = BETWEEN_LOOKS.toMillis();
    Future<?> _ = ticking.scheduleWithFixedDelay(this::tick, period, period, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("the certificate could not be looked at", e); // an exception would end the looking
    }
  }

  /** Looks now. */
  synchronized void look() {
    if (watch != null) {
      watch.look();
    }
  }

  @Override
  public void close() {
    ticking.shutdownNow();
  }
}
