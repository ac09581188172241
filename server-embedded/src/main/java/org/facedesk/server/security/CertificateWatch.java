package org.facedesk.server.security;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the server's certificate what is in its files. Handshakes that begin after a change use the
 * new one; connections that stand go on. What cannot be used (half copied, a key of another
 * certificate, out of date) changes nothing but the log and the figures, and is tried again when
 * the files change again. The files are read rather than watched for events: that works on every
 * file system, mounted secrets included.
 */
public final class CertificateWatch {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
  private static final Duration RENEWAL = Duration.ofDays(30);

  private final CertificateFiles files;
  private final Consumer<TlsCertificate> install;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private volatile TlsCertificate current;
  private volatile boolean failing;
  private String applied;
  private String seen;

  /**
   * @param first what the server was started with
   * @param install makes the server use another one
   */
  public CertificateWatch(
      CertificateFiles files,
      TlsCertificate first,
      Consumer<TlsCertificate> install,
      InstantSource clock,
      MeterRegistry meters) {
    this.files = files;
    this.current = first;
    this.install = install;
    this.clock = clock;
    this.meters = meters;
    this.applied = files.state();
    this.seen = applied;
    meters.gauge("facedesk.certificate.seconds.left", this, CertificateWatch::secondsLeft);
    meters.gauge("facedesk.certificate.reload.failing", this, watch -> watch.failing ? 1 : 0);
    if (secondsLeft() < RENEWAL.toSeconds()) {
      LOG.warn("the certificate ends at {}", current.ends());
    }
  }

  /** What new handshakes use. */
  public TlsCertificate current() {
    return current;
  }

  /** Whether what is in the files now cannot be used. */
  public boolean failing() {
    return failing;
  }

  /**
   * Called now and then, by one thread. A change is acted upon when it looks the same twice, so
   * that files that are just being written are left alone.
   */
  public void look() {
    String state = files.state();
    boolean settled = state.equals(seen);
    seen = state;
    boolean due = files.renews() && secondsLeft() < RENEWAL.toSeconds();
    if (!settled || (state.equals(applied) && !due)) {
      return;
    }
    applied = state;
    try {
      use(files.load().get());
      applied = files.renews() ? files.state() : state;
      seen = applied;
      failing = false;
    } catch (FacedeskException e) {
      failing = true;
      meters.counter("facedesk.certificate.reloads", "outcome", "refused").increment();
      LOG.error(
          "[{}] the new certificate cannot be used; the old one stays: {}",
          e.correlationId(),
          e.getMessage(),
          e);
    }
  }

  private void use(TlsCertificate fresh) {
    if (fresh.fingerprint().equals(current.fingerprint()) && fresh.key().equals(current.key())) {
      return;
    }
    Instant now = clock.instant();
    if (now.isBefore(fresh.begins()) || now.isAfter(fresh.ends())) {
      throw new FacedeskException(
          ErrorCode.SETTINGS_INVALID,
          "The certificate is good from %s to %s only.".formatted(fresh.begins(), fresh.ends()));
    }
    install.accept(fresh);
    current = fresh;
    meters.counter("facedesk.certificate.reloads", "outcome", "installed").increment();
    LOG.info("new certificate, SHA-256 {}, until {}", fresh.fingerprint(), fresh.ends());
  }

  private double secondsLeft() {
    return Duration.between(clock.instant(), current.ends()).toSeconds();
  }
}
