package org.facedesk.desktop.capture;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.facedesk.capture.AnalysisFeed;
import org.facedesk.capture.FramePump;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.SourceSpec;
import org.facedesk.capture.SourceState;
import org.facedesk.core.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Cameras by {@link FramePump}: one thread shows frames, another has them analysed. Thread-safe.
 */
public final class PumpFeeds implements CameraFeeds {
  private static final double ANALYSED_PER_SECOND = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Function<SourceSpec, FrameSource> opening;
  private final Set<FramePump> pumps = ConcurrentHashMap.newKeySet();

  /**
   * @param opening opens a source in real time; a recording plays once
   */
  public PumpFeeds(Function<SourceSpec, FrameSource> opening) {
    this.opening = opening;
  }

  @Override
  public CameraFeed open(SourceSpec source, Sink sink) {
    return new PumpFeed(source, sink);
  }

  /** Closes every source and opens it again: its settings have changed. */
  public void refresh() {
    pumps.forEach(FramePump::refresh);
  }

  /** Tries sources that are lost at once: something was plugged in. */
  public void retry() {
    pumps.forEach(FramePump::retry);
  }

  /** What frames are analysed for now, and where they come from. */
  private record Analysis(Pass pass, Consumer<Frame> frames, Runnable ended, AnalysisFeed feed) {}

  private final class PumpFeed implements CameraFeed, FramePump.Listener {
    private final Sink sink;
    private final FramePump pump;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Analysis present;

    PumpFeed(SourceSpec source, Sink sink) {
      this.sink = sink;
      this.pump = new FramePump("camera", () -> opening.apply(source), this);
      pumps.add(pump);
    }

    @Override
    public void frame(Frame frame) {
      sink.preview(frame);
    }

    @Override
    public void state(SourceState state) {
      switch (state) {
        case SourceState.Opened opened -> sink.opened(opened.name());
        case SourceState.Lost lost -> sink.lost(lost.why());
        case SourceState.Failed failed -> sink.lost(failed.why());
        case SourceState.Ended ended -> repeat();
        case SourceState.Opening opening -> {}
        case SourceState.Running running -> {}
        case SourceState.Closed closed -> {}
      }
    }

    @Override
    public void analyse(Pass pass, Consumer<Frame> frames, Runnable ended) {
      Analysis next;
      lock.lock();
      try {
        next = new Analysis(pass, frames, ended, pump.feedFromStart(ANALYSED_PER_SECOND));
        present = next;
      } finally {
        lock.unlock();
      }
      Thread.ofPlatform().daemon().name("analysis").start(() -> take(next));
    }

    /** A recording that guides starts over at its end; one that is captured does not. */
    private void repeat() {
      Analysis over;
      lock.lock();
      try {
        over = present;
      } finally {
        lock.unlock();
      }
      if (over != null && over.pass() == Pass.GUIDANCE) {
        analyse(Pass.GUIDANCE, over.frames(), over.ended());
      }
    }

    private void take(Analysis mine) {
      try {
        while (!mine.feed().ended()) {
          Optional<Frame> frame = mine.feed().take(PATIENCE);
          frame.ifPresent(mine.frames());
        }
        if (isPresent(mine)) {
          mine.ended().run();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt(); // nobody waits for this thread; it simply ends
      }
    }

    private boolean isPresent(Analysis mine) {
      lock.lock();
      try {
        return mine.equals(present);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        present = null;
      } finally {
        lock.unlock();
      }
      pumps.remove(pump);
      pump.close();
    }
  }
}
