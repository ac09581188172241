package org.facedesk.desktop.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;

/** Cameras whose frames the test hands in. */
public final class FakeFeeds implements CameraFeeds {
  public final List<Opened> opened = new ArrayList<>();
  private final List<Consumer<SourceSpec>> followers = new ArrayList<>();
  private boolean broken;

  /** From now on no device can be opened, or again all can. */
  public void broken(boolean now) {
    broken = now;
  }

  /** The feed that was opened last. */
  public Opened present() {
    return opened.getLast();
  }

  /** The settings name another source. */
  public void name(SourceSpec source) {
    followers.forEach(follower -> follower.accept(source));
  }

  @Override
  public Runnable follow(Consumer<SourceSpec> named) {
    followers.add(named);
    return () -> followers.remove(named);
  }

  @Override
  public CameraFeed open(SourceSpec source, Sink sink) {
    Opened feed = new Opened(sink);
    opened.add(feed);
    if (broken && source instanceof SourceSpec.Device) {
      feed.lose();
    } else {
      sink.opened(
          switch (source) {
            case SourceSpec.Device device -> "Front camera";
            case SourceSpec.Practice practice -> "Practice camera";
            case SourceSpec.Replay replay -> replay.path().toString();
          });
    }
    return feed;
  }

  /** An open feed. */
  public static final class Opened implements CameraFeed {
    public final List<Analysis> analyses = new ArrayList<>();
    private final Sink sink;
    private boolean closed;

    private Opened(Sink sink) {
      this.sink = sink;
    }

    /** What frames are analysed for now. */
    public Analysis analysis() {
      return analyses.getLast();
    }

    public void frame(Frame frame) {
      sink.preview(frame);
      analysis().frames().accept(frame);
    }

    public void lose() {
      sink.lost(new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "unplugged by the test"));
    }

    public void comeBack() {
      sink.opened("Front camera");
    }

    public boolean closed() {
      return closed;
    }

    @Override
    public void analyse(Pass pass, Consumer<Frame> frames, Runnable ended) {
      analyses.add(new Analysis(pass, frames, ended));
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** An order to analyse. */
  public record Analysis(Pass pass, Consumer<Frame> frames, Runnable ended) {}
}
