package org.facedesk.desktop.capture;

import java.util.function.Consumer;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;

/** Opens cameras, and what stands in for one. */
public interface CameraFeeds {
  /**
   * Starts to open a source and returns at once; frames flow to the sink until the feed is closed.
   * A camera that is missing or goes away is tried again by itself.
   */
  CameraFeed open(SourceSpec source, Sink sink);

  /**
   * Tells of every other source that is named for the desk while it runs.
   *
   * @param named called on any thread
   * @return ends it
   */
  default Runnable follow(Consumer<SourceSpec> named) {
    return () -> {};
  }

  /** What frames are analysed for. */
  enum Pass {
    /** Advice. A recording is played over and over. */
    GUIDANCE,
    /**
     * A session. A recording is played once, from its beginning, and none of its frames is lost.
     */
    CAPTURE
  }

  /** A source in use. */
  interface CameraFeed extends AutoCloseable {
    /**
     * Has frames analysed from here on, in place of any analysis before: at most ten a second, in
     * order, one at a time, on a thread of the feed's. The one before may still have a frame in
     * hand.
     *
     * @param frames may take its time; a camera's frames are skipped meanwhile, a recording waits
     * @param ended called after the last frame of a recording that is played once
     */
    void analyse(Pass pass, Consumer<Frame> frames, Runnable ended);

    /** Lets the source go; blocks until that is done. */
    @Override
    void close();
  }

  /** Hears of a source on the feed's threads; must be quick. */
  interface Sink {
    /** Every frame, at the camera's rate. */
    void preview(Frame frame);

    /**
     * Frames will come, for the first time or again.
     *
     * @param name what the operator calls the source
     */
    void opened(String name);

    /** The source cannot be opened, or broke. A camera may come back. */
    void lost(FacedeskException failure);
  }
}
