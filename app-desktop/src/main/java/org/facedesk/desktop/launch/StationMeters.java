package org.facedesk.desktop.launch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadPoolExecutor;
import org.facedesk.engine.isolation.SeparateDecoder;
import org.facedesk.gallery.Gallery;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.Store;

/** What {@code /metrics} says of the station besides what its server counts. */
final class StationMeters {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MultiGauge sessions =
      MultiGauge.builder("facedesk.sessions")
          .description("sessions in the store, by state")
          .register(registry);

  StationMeters() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }

  void watch(Gallery gallery) {
    Gauge.builder("facedesk.gallery.templates", gallery, Gallery::size)
        .description("templates in the index")
        .register(registry);
  }

  void watch(ThreadPoolExecutor analysis) {
    Gauge.builder("facedesk.analysis.waiting", analysis, pool -> pool.getQueue().size())
        .description("frames that wait for a core")
        .register(registry);
    Gauge.builder("facedesk.analysis.active", analysis, ThreadPoolExecutor::getActiveCount)
        .description("frames in work")
        .register(registry);
  }

  void watch(SeparateDecoder decoder) {
    FunctionCounter.builder("facedesk.decoder.deaths", decoder, SeparateDecoder::deaths)
        .description("picture decoders that died over a picture")
        .register(registry);
  }

  /** Counted in the store now and then, not at every scrape. */
  void count(Store store) {
    Map<SessionStatus, Integer> now = store.sessions().byStatus();
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    Arrays.stream(SessionStatus.values())
        .map(status ->
            MultiGauge.Row.of(Tags.of("state", status.wireName()), now.getOrDefault(status, 0)))
        .forEach(rows::add);
    sessions.register(rows, true);
  }

  /** One try to tell a client of a session's end. */
  void webhook(String outcome) {
    Counter.builder("facedesk.webhooks")
        .description("tries to tell a client of a session's end, by outcome")
        .tag("outcome", outcome)
        .register(registry)
        .increment();
  }
}
