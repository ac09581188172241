package org.facedesk.server.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.undertow.Undertow;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.facedesk.protocol.WireFormat;
import org.facedesk.server.security.SecurityTrail;
import org.junit.jupiter.api.Test;

class ErrorBoundaryTest {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  @Test
  void aRequestThatNeverEndsIsCutAndItsPlaceIsFree() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    try (ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor()) {
      Undertow server =
          Undertow.builder()
              .addHttpListener(0, "127.0.0.1")
              .setHandler(
                  new ErrorBoundary(
                      new WireFormat(),
                      blocking,
                      new SecurityTrail(event -> {}, blocking),
                      exchange -> {
                        try {
                          exchange.getInputStream().readAllBytes();
                        } finally {
                          free.countDown();
                        }
                      },
                      new SimpleMeterRegistry(),
                      PATIENCE))
              .build();
      server.start();
      try (Socket dripping = new Socket()) {
        dripping.setSoTimeout(20_000);
        InetSocketAddress bound =
            (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
        dripping.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), bound.getPort()));
        dripping
            .getOutputStream()
            .write(
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"
                    .getBytes(US_ASCII));

        assertThat(dripping.getInputStream().read()).isEqualTo(-1);
        assertThat(free.await(20, TimeUnit.SECONDS)).isTrue();
      } finally {
        server.stop();
      }
    }
  }
}
