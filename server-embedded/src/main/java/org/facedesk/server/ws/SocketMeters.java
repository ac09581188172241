package org.facedesk.server.ws;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.facedesk.core.ErrorCode;

/** Counts what sockets do. */
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
    registry.gauge("facedesk.sockets.open", open);
  }

  Timer processing() {
    return processing;
  }

  void opened() {
    open.incrementAndGet();
  }

  void closed(CloseCode code) {
    count("facedesk.sockets.ended", "code", Integer.toString(code.number()));
  }

  void gone() {
    open.decrementAndGet();
  }

  void frame(String outcome) {
    count("facedesk.frames", "outcome", outcome);
  }

  void refused(ErrorCode code) {
    count("facedesk.messages.refused", "code", code.name().toLowerCase(Locale.ROOT));
  }

  private void count(String name, String tag, String value) {
    registry.counter(name, tag, value).increment();
  }
}
