package org.facedesk.capture.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.practice.PracticeClip;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole way of a camera, from an open device to frames, over the loopback interface. */
@Timeout(120)
class NetworkCameraTest {
  private static double difference(Frame one, Frame other) {
    double sum = 0;
    for (int i = 0; i < one.bgr().length; i++) {
      sum += Math.abs((one.bgr()[i] & 0xFF) - (other.bgr()[i] & 0xFF));
    }
    return sum / one.bgr().length;
  }

  @Test
  void aStreamIsSeenAndWhenItEndsTheCameraIsUnavailableUntilItIsOpenedAgain() throws IOException {
    try (Cameras cameras = new Cameras(List::of)) {
      int port;
      try (MjpegServer server = new MjpegServer(0)) {
        port = server.port();
        try (FrameSource camera = cameras.open(server.address())) {
          Frame sent = new PracticeClip(10, .1).next().orElseThrow();
          for (int i = 0; i < 20; i++) {
            Frame seen = camera.next().orElseThrow();
            assertThat(seen.width()).isEqualTo(640);
            assertThat(seen.height()).isEqualTo(480);
            assertThat(difference(sent, seen)).isLessThan(6);
          }
          server.stop();
          assertThatThrownBy(
                  () -> {
                    while (camera.next().isPresent()) {
                      // what was on its way still arrives
                    }
                  })
              .isInstanceOfSatisfying(
                  FacedeskException.class,
                  e -> assertThat(e.code()).isEqualTo(ErrorCode.CAMERA_UNAVAILABLE));
        }
      }
      try (MjpegServer server = new MjpegServer(port);
          FrameSource camera = cameras.open(server.address())) {
        assertThat(camera.next()).isPresent();
      }
    }
  }

  @Test
  void aSilentAddressIsUnavailableAndItsPasswordIsKept() {
    try (Cameras cameras = new Cameras(List::of)) {
      // port 9 is the discard service, which nobody runs
      assertThatThrownBy(() -> cameras.open("http://guard:secret@127.0.0.1:9/stream?key=secret"))
          .isInstanceOfSatisfying(
              FacedeskException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.CAMERA_UNAVAILABLE))
          .hasMessageContaining("127.0.0.1:9/stream")
          .hasMessageNotContaining("secret")
          .hasNoCause();
    }
  }

  @Test
  void anAddressThatRefusesThePasswordSaysSo() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"camera\"");
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    server.start();
    String address = "http://guard:wrong@127.0.0.1:" + server.getAddress().getPort() + "/";
    try (Cameras cameras = new Cameras(List::of)) {
      assertThatThrownBy(() -> cameras.open(address))
          .hasMessageContaining("refuses the name and password")
          .hasMessageNotContaining("wrong");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void addressesAreToldFromNames() {
    assertThat(AddressReader.isAddress("rtsp://door/1")).isTrue();
    assertThat(AddressReader.isAddress("HTTPS://door/1")).isTrue();
    assertThat(AddressReader.isAddress("/dev/video0")).isFalse();
    assertThat(AddressReader.isAddress("file:///etc/passwd")).isFalse();
    assertThat(AddressReader.isAddress("concat:a|b")).isFalse();
  }

  @Test
  void aNameNeverHoldsThePassword() {
    assertThat(AddressReader.nameOf("rtsp://u:p@door:554/live?t=x"))
        .isEqualTo("rtsp://door:554/live");
    assertThat(AddressReader.nameOf("rtsp://u:p w@door/live")).isEqualTo("network camera");
  }
}
