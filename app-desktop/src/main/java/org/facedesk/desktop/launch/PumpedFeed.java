package org.facedesk.desktop.launch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.facedesk.capture.AnalysisFeed;
import org.facedesk.capture.FramePump;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.SourceState;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.desktop.enroll.CameraFeeds.CameraFeed;
import org.facedesk.desktop.enroll.CameraFeeds.Pass;
import org.facedesk.desktop.enroll.CameraFeeds.Sink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One source in use: a pump for the preview, and a thread of its own for each analysis. */
final class PumpedFeed implements CameraFeed, FramePump.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(PumpedFeed.class);
  private static final double FRAMES_PER_SECOND = 10;
  private static final Duration LOOK_UP = Duration.ofMillis(200);

  private final Sink sink;
  private final FramePump pump;
  private volatile Pass pass = Pass.GUIDANCE;
  private @Nullable AnalysisFeed feed;

  /**
   * @param opening opens the source for a pass, on the pump's thread
   */
  PumpedFeed(Function<Pass, FrameSource> opening, Sink sink) {
    this.sink = sink;
    this.pump = new FramePump("camera", () -> opening.apply(pass), this);
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
      case SourceState.Opening opening -> {}
      case SourceState.Running running -> {}
      case SourceState.Ended ended -> {}
      case SourceState.Closed closed -> {}
    }
  }

  @Override
  public synchronized void analyse(Pass wanted, Consumer<Frame> frames, Runnable ended) {
    // a recording that was played for another purpose starts again; a camera just goes on
    boolean first = feed == null && wanted == Pass.GUIDANCE;
    pass = wanted;
    AnalysisFeed next =
        first ? pump.feed(FRAMES_PER_SECOND) : pump.feedFromStart(FRAMES_PER_SECOND);
    feed = next;
    Thread.ofPlatform().name("desk-analysis").daemon().start(() -> analyse(next, frames, ended));
  }

  private void analyse(AnalysisFeed from, Consumer<Frame> frames, Runnable ended) {
    try {
      while (!from.ended()) {
        Optional<Frame> frame = from.take(LOOK_UP);
        frame.ifPresent(frames);
      }
      if (current(from)) {
        ended.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("The analysis of the desk's frames stopped by a fault", e);
      if (current(from)) {
        sink.lost(
            e instanceof FacedeskException known
                ? known
                : new FacedeskException(ErrorCode.INTERNAL, "analysing the picture failed", e));
      }
    }
  }

  private synchronized boolean current(AnalysisFeed asked) {
    return feed == asked;
  }

  @Override
  public void close() {
    synchronized (this) {
      if (feed != null) {
        feed.close();
      }
      feed = null;
    }
    pump.close();
  }
}
