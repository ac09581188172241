package org.facedesk.capture.sources;

import java.nio.file.Path;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.SourceSpec;
import org.facedesk.capture.camera.Cameras;
import org.facedesk.capture.practice.PracticeCamera;
import org.facedesk.capture.replay.LiveReplay;
import org.facedesk.capture.replay.Replay;

/** Opens what {@code --camera} names, as a camera: in real time. Thread-safe. */
public final class Sources {
  private final Cameras cameras;

  public Sources(Cameras cameras) {
    this.cameras = cameras;
  }

  /**
   * @return a source that gives its frames in real time; a replay plays once
   * @throws org.facedesk.core.FacedeskException CAMERA_UNAVAILABLE or MEDIA_UNREADABLE
   */
  public FrameSource open(SourceSpec spec) {
    return switch (spec) {
      case SourceSpec.Device(String name) -> cameras.open(name);
      case SourceSpec.Practice() -> new PracticeCamera();
      case SourceSpec.Replay(Path path) -> new LiveReplay(Replay.open(path));
    };
  }
}
