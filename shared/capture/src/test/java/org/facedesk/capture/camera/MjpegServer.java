package org.facedesk.capture.camera;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.facedesk.capture.practice.PracticeClip;
import org.facedesk.core.Frame;

/**
 * A network camera on the loopback interface: the practice clip as MJPEG over HTTP, over and over.
 */
final class MjpegServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final byte[][] jpegs = new byte[8][];
  private volatile boolean open = true;

  MjpegServer(int port) throws IOException {
    PracticeClip clip = new PracticeClip(10, .8);
    for (int i = 0; i < jpegs.length; i++) {
      jpegs[i] = jpeg(clip.next().orElseThrow());
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext(
        "/stream",
        exchange -> {
          exchange
              .getResponseHeaders()
              .add("Content-Type", "multipart/x-mixed-replace; boundary=frame");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            send(out);
          }
        });
    server.start();
  }

  private void send(OutputStream out) throws IOException {
    for (int i = 0; open; i++) {
      byte[] jpeg = jpegs[i % jpegs.length];
      String head =
          "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(jpeg);
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      LockSupport.parkNanos(33_000_000);
    }
  }

  private static byte[] jpeg(Frame frame) {
    BufferedImage image =
        new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(frame.bgr(), 0, target, 0, target.length);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String address() {
    return "http://127.0.0.1:" + port() + "/stream";
  }

  @Override
  public void close() {
    stop();
  }

  /** Cuts the connections, as a pulled cable does. */
  void stop() {
    open = false;
    server.stop(0);
    threads.shutdownNow();
  }
}
