package org.facedesk.server.ws;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.enroll.Step;

/** Counts what sockets do, and what becomes of frames, however they came. */
public final class SocketMeters {
  private final MeterRegistry registry;
  private final Timer processing;
  private final AtomicInteger open = new AtomicInteger();

  public SocketMeters(MeterRegistry registry) {
    this.registry = registry;
    this.processing =
        Timer.builder("facedesk.frame.seconds")
            .description("from taking a frame up to having its answer")
            .publishPercentiles(0.5, 0.95)
            .register(registry);
    Gauge.builder("facedesk.sockets.open", open, AtomicInteger::get)
        .description("sockets that are open now")
        .register(registry);
  }

  /** Looks at one frame, and counts what comes of it. */
  Step looked(Supplier<Step> work) {
    try {
      Step step = Objects.requireNonNull(processing.record(work));
      frame(step.getClass().getSimpleName());
      return step;
    } catch (FacedeskException e) {
      switch (e.code()) {
        case INVALID_IMAGE, IMAGE_TOO_LARGE, UNSUPPORTED_MEDIA -> frame("undecodable");
        default -> {}
      }
      throw e;
    }
  }

  /** Sooner than a camera at ten frames a second would have sent it. */
  void tooFast() {
    frame("too_fast");
  }

  /** Not looked at, because the station was busy with another frame of the session. */
  void displaced() {
    frame("displaced");
  }

  /** Not looked at, because the station takes no more. */
  void overloaded() {
    frame("overloaded");
  }

  void opened() {
    open.incrementAndGet();
  }

  void closed(CloseCode code) {
    count(
        "facedesk.sockets.ended",
        "sockets that the station closed, by close code",
        "code",
        Integer.toString(code.number()));
  }

  void gone() {
    open.decrementAndGet();
  }

  private void frame(String outcome) {
    count("facedesk.frames", "frames by what came of them", "outcome", outcome);
  }

  void refused(ErrorCode code) {
    count(
        "facedesk.messages.refused",
        "messages over sockets that were refused, by error code",
        "code",
        code.name().toLowerCase(Locale.ROOT));
  }

  private void count(String name, String what, String tag, String value) {
    Counter.builder(name).description(what).tag(tag, value).register(registry).increment();
  }
}
