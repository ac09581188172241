package org.facedesk.capture.replay;

import java.util.Optional;
import java.util.function.Supplier;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.Pace;
import org.facedesk.core.Frame;

/**
 * A recording played in real time, so that it can stand in for a camera. Nothing is dropped: who
 * takes frames more slowly sees the clip play more slowly, and it does not hurry afterwards.
 */
public final class LiveReplay implements FrameSource {
  private final Supplier<FrameSource> opening;
  private final boolean endless;
  private final Pace pace;
  private FrameSource source;
  private long lastMillis;
  private long loopOffset;
  private long framesInLoop;

  /** Plays once. */
  public LiveReplay(FrameSource source) {
    this(() -> source, false);
  }

  /**
   * @param opening called at once, and again at each end of an endless clip
   * @param endless starts again from the beginning, with times that go on
   */
  public LiveReplay(Supplier<FrameSource> opening, boolean endless) {
    this(opening, endless, new Pace());
  }

  LiveReplay(Supplier<FrameSource> opening, boolean endless, Pace pace) {
    this.opening = opening;
    this.endless = endless;
    this.pace = pace;
    this.source = opening.get();
  }

  /** The next frame when its time has come; at once if the thread is interrupted. */
  @Override
  public Optional<Frame> next() {
    Optional<Frame> read = source.next();
    if (read.isEmpty() && endless && framesInLoop > 0) {
      source.close();
      source = opening.get();
      framesInLoop = 0;
      read = source.next();
      read.ifPresent(frame ->
          loopOffset =
              lastMillis + Math.round(1000 / source.framesPerSecond()) - frame.timestampMillis());
    }
    read = read.map(frame -> frame.at(frame.timestampMillis() + loopOffset));
    read.ifPresent(frame -> {
      framesInLoop++;
      lastMillis = frame.timestampMillis();
      pace.await(lastMillis);
    });
    return read;
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
  public boolean recorded() {
    return true;
  }

  @Override
  public void close() {
    source.close();
  }
}
