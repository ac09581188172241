package org.facedesk.capture;

import java.util.Optional;
import org.facedesk.core.Frame;

/** A source at a lower rate; which frames remain is decided by {@link Thinning}. */
public final class Thinned implements FrameSource {
  private final FrameSource source;
  private final Thinning thinning;
  private final double framesPerSecond;

  /** Every frame at or after a tick that starts with the first frame. */
  public Thinned(FrameSource source, double framesPerSecond) {
    this(source, framesPerSecond, 0);
  }

  /**
   * @param source closed with this one
   * @param framesPerSecond frames wanted a second
   * @param phaseMillis how long after the first frame the first tick comes
   */
  public Thinned(FrameSource source, double framesPerSecond, double phaseMillis) {
    this.source = source;
    this.thinning = new Thinning(framesPerSecond, phaseMillis);
    this.framesPerSecond = Math.min(framesPerSecond, source.framesPerSecond());
  }

  @Override
  public Optional<Frame> next() {
    while (true) {
      Optional<Frame> frame = source.next();
      if (frame.isEmpty()) {
        return frame;
      }
      Optional<Frame> chosen = thinning.choose(frame.get());
      if (chosen.isPresent()) {
        return chosen;
      }
    }
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public double framesPerSecond() {
    return framesPerSecond;
  }

  @Override
  public boolean live() {
    return source.live();
  }

  @Override
  public boolean recorded() {
    return source.recorded();
  }

  @Override
  public void close() {
    source.close();
  }
}
