package org.facedesk.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Peers that break off, say nothing, or say it very slowly. */
class FaultsTest extends SocketTest {
  private static final int PATIENCE_MILLIS = 30_000;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  @Test
  void aSocketThatIsCutInTheMiddleOfAFrameLetsItsSessionGo() throws InterruptedException {
    FakeSession session = enrollment();
    Socket cut = greeted(session);
    cut.textPart("{\"type\":\"frame\",\"image\":\"data:image/jpeg;base64,/9j/", false);

    cut.abort();

    assertThat(session.released.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
    assertThat(session.pictures).isEmpty();
    Socket again = greeted(session);
    again.frame(1).next("frame_processed");
  }

  @Test
  void aPeerThatDoesNotAnswerTheCloseIsLeft() throws Exception {
    FakeSession session = enrollment();
    try (java.net.Socket silent = raw()) {
      write(
          silent,
          "GET /ws/auth/process-image/"
              + session.token
              + "/ HTTP/1.1\r\nHost: localhost\r\n"
              + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
      assertThat(read(silent, 12)).isEqualTo("HTTP/1.1 101");
      await(() -> station.server.openSockets() == 1);

      session.whenDue =
          Steps.refused(session, org.facedesk.enroll.Outcome.Reason.LIVENESS_NOT_PROVEN);
      session.remainingMillis = 0;

      await(() -> station.server.openSockets() == 0);
    }
  }

  @Test
  void headersThatDripInHoldNobodyUp() throws Exception {
    List<java.net.Socket> dripping = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        java.net.Socket socket = raw();
        dripping.add(socket);
        write(socket, "POST /api/auth/enrollment/ HTTP/1.1\r\nHost: loc");
      }

      assertThat(station.send(station.request("/health/")).statusCode()).isEqualTo(200);
      for (java.net.Socket socket : dripping) {
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
      }
    } finally {
      for (java.net.Socket socket : dripping) {
        socket.close();
      }
    }
  }

  @Test
  void bodiesThatDripInFromOneAddressLeaveRoomForOthers() throws Exception {
    List<java.net.Socket> dripping = new ArrayList<>();
    try {
      for (int i = 0; i < 600; i++) {
        java.net.Socket socket = from("127.0.0.2");
        dripping.add(socket);
        write(
            socket,
            "POST /api/auth/client/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 100\r\n\r\n{");
      }

      await(() -> healthy());
      greeted(enrollment()).frame(1).next("frame_processed");
      assertThat(station.server.openSockets()).isEqualTo(1);
    } finally {
      for (java.net.Socket socket : dripping) {
        socket.close();
      }
    }
  }

  @Test
  void aThousandIdleSocketsHoldNobodyUp() {
    List<Socket> idle = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      idle.add(station.connect(enrollment()));
    }
    await(() -> station.server.openSockets() == 1000);

    greeted(enrollment()).frame(1).next("frame_processed");
    assertThat(station.send(station.request("/health/")).statusCode()).isEqualTo(200);
    idle.getFirst().frame(1).next("frame_processed");

    idle.forEach(Socket::abort);
    await(() -> station.server.openSockets() <= 1);
  }

  private boolean healthy() {
    try {
      return station
              .http
              .send(station.request("/health/").build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false; // refused at the door
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private java.net.Socket raw() throws IOException {
    java.net.Socket socket =
        new java.net.Socket(InetAddress.getLoopbackAddress(), station.address.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /**
   * This computer has many addresses where its system gives them; elsewhere the test is left out.
   */
  private java.net.Socket from(String address) throws IOException {
    java.net.Socket socket = new java.net.Socket();
    try {
      socket.bind(new InetSocketAddress(address, 0));
    } catch (BindException e) {
      assumeTrue(false, "no second loopback address on this system");
    }
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), station.address.port()));
    return socket;
  }

  private static void write(java.net.Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String read(java.net.Socket socket, int length) throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readNBytes(length), US_ASCII);
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
