package org.facedesk.capture;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.facedesk.core.Frame;

/** Sources and frames that tests make up. */
public final class Clips {
  private Clips() {}

  /** A 4 x 2 frame, each byte the given value. */
  public static Frame flat(int value, long millis) {
    byte[] bgr = new byte[24];
    java.util.Arrays.fill(bgr, (byte) value);
    return new Frame(4, 2, bgr, millis);
  }

  /** A recording of {@link #flat} frames numbered from 0, timed as a camera of this rate would. */
  public static FrameSource recording(int frames, double framesPerSecond) {
    List<Frame> list = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      list.add(flat(i, Math.round(i * 1000 / framesPerSecond)));
    }
    return new Listed(list.iterator(), framesPerSecond, true);
  }

  /** The number a {@link #flat} frame was given. */
  public static int numberOf(Frame frame) {
    return frame.bgr()[0] & 0xFF;
  }

  public static List<Frame> drain(FrameSource source) {
    List<Frame> frames = new ArrayList<>();
    for (Optional<Frame> f = source.next(); f.isPresent(); f = source.next()) {
      frames.add(f.get());
    }
    return frames;
  }

  public static List<Long> times(List<Frame> frames) {
    return frames.stream().map(Frame::timestampMillis).toList();
  }

  private record Listed(Iterator<Frame> frames, double framesPerSecond, boolean recorded)
      implements FrameSource {
    @Override
    public Optional<Frame> next() {
      return frames.hasNext() ? Optional.of(frames.next()) : Optional.empty();
    }

    @Override
    public String name() {
      return "made up";
    }

    @Override
    public boolean live() {
      return false;
    }

    @Override
    public void close() {}
  }
}
