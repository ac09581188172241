package org.facedesk.desktop.capture;

import org.facedesk.capture.SourceSpec;
import org.facedesk.desktop.ui.FaultReport;

/** Whether there is a picture to work with. */
public sealed interface CameraState {
  /** Being opened. */
  record Opening(Kind kind) implements CameraState {}

  /** Frames come. */
  record Live(Kind kind, String name) implements CameraState {}

  /** There is none; the fault says why and what to try. */
  record Absent(FaultReport fault) implements CameraState {}

  /** What the frames come from; anything but a camera is marked in the window. */
  enum Kind {
    CAMERA("camera"),
    PRACTICE("practice"),
    REPLAY("replay");

    private final String source;

    Kind(String source) {
      this.source = source;
    }

    public static Kind of(SourceSpec spec) {
      return switch (spec) {
        case SourceSpec.Device device -> CAMERA;
        case SourceSpec.Practice practice -> PRACTICE;
        case SourceSpec.Replay replay -> REPLAY;
      };
    }

    /** What stands in the enrollment's record and in the audit. */
    public String source() {
      return source;
    }
  }
}
