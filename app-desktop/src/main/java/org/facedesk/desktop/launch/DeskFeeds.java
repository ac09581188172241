package org.facedesk.desktop.launch;

import org.facedesk.capture.SourceSpec;
import org.facedesk.capture.camera.Cameras;
import org.facedesk.capture.sources.Sources;
import org.facedesk.desktop.capture.CameraFeeds;
import org.facedesk.desktop.capture.PumpFeeds;

/** The desk's sources, each on a pump of its own. */
final class DeskFeeds implements CameraFeeds, AutoCloseable {
  private final Cameras cameras = new Cameras();
  private final CameraFeeds feeds = new PumpFeeds(new Sources(cameras)::open);

  @Override
  public CameraFeed open(SourceSpec source, Sink sink) {
    return feeds.open(source, sink);
  }

  @Override
  public void close() {
    cameras.close();
  }
}
