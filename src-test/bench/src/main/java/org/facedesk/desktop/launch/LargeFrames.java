package org.facedesk.desktop.launch;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.facedesk.capture.FrameSource;
import org.facedesk.core.Frame;

/**
 * A source at 1280 × 720: half as large again, with its borders drawn out at the sides. Counts what
 * it gives.
 */
final class LargeFrames implements FrameSource {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;

  private final FrameSource source;
  private final AtomicInteger given;

  LargeFrames(FrameSource source, AtomicInteger given) {
    this.source = source;
    this.given = given;
  }

  @Override
  public Optional<Frame> next() {
    Optional<Frame> frame = source.next().map(LargeFrames::enlarged);
    given.incrementAndGet();
    return frame;
  }

  private static Frame enlarged(Frame frame) {
    double scale = (double) HEIGHT / frame.height();
    int left = (int) (WIDTH - frame.width() * scale) / 2;
    int[] from = new int[WIDTH];
    for (int x = 0; x < WIDTH; x++) {
      from[x] = 3 * Math.clamp((int) ((x - left) / scale), 0, frame.width() - 1);
    }
    byte[] bgr = new byte[3 * WIDTH * HEIGHT];
    byte[] small = frame.bgr();
    for (int y = 0, p = 0; y < HEIGHT; y++) {
      int row = 3 * frame.width() * Math.min((int) (y / scale), frame.height() - 1);
      for (int x = 0; x < WIDTH; x++, p += 3) {
        int q = row + from[x];
        bgr[p] = small[q];
        bgr[p + 1] = small[q + 1];
        bgr[p + 2] = small[q + 2];
      }
    }
    return new Frame(WIDTH, HEIGHT, bgr, frame.timestampMillis());
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public double framesPerSecond() {
    return source.framesPerSecond();
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public void close() {
    source.close();
  }
}
