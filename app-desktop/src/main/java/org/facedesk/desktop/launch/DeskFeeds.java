package org.facedesk.desktop.launch;

import java.nio.file.Path;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.SourceSpec;
import org.facedesk.capture.camera.Cameras;
import org.facedesk.capture.replay.LiveReplay;
import org.facedesk.capture.replay.Replay;
import org.facedesk.capture.sources.Sources;
import org.facedesk.desktop.enroll.CameraFeeds;

/** The desk's sources, each on a pump of its own. */
final class DeskFeeds implements CameraFeeds, AutoCloseable {
  private final Cameras cameras = new Cameras();
  private final Sources sources = new Sources(cameras);

  @Override
  public CameraFeed open(SourceSpec source, Sink sink) {
    return new PumpedFeed(pass -> source(source, pass), sink);
  }

  private FrameSource source(SourceSpec spec, Pass pass) {
    if (pass == Pass.GUIDANCE && spec instanceof SourceSpec.Replay(Path path)) {
      return new LiveReplay(() -> Replay.open(path), true);
    }
    return sources.open(spec);
  }

  @Override
  public void close() {
    cameras.close();
  }
}
