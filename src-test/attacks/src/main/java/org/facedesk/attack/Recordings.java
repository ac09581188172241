package org.facedesk.attack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.Thinned;
import org.facedesk.capture.replay.Replay;

/**
 * Recorded people, cut into windows as long as a session may be, twelve seconds, after thinning to
 * ten frames a second from three starting points.
 */
final class Recordings {
  private static final int SESSION = 120;
  private static final int PHASES = 3;

  private Recordings() {}

  /** A shorter recording is one window. */
  static List<List<Trial.Sent>> windows(Path clip, Trial trial) {
    List<List<Trial.Sent>> windows = new ArrayList<>();
    for (int phase = 0; phase < PHASES; phase++) {
      double late = phase * 1000 / Handling.FRAMES_PER_SECOND / PHASES;
      List<Trial.Sent> frames;
      try (FrameSource source = new Thinned(Replay.open(clip), Handling.FRAMES_PER_SECOND, late)) {
        frames = trial.encoded(source);
      }
      int length = Math.min(SESSION, frames.size());
      for (int from = 0; from + length <= frames.size(); from += SESSION) {
        windows.add(List.copyOf(frames.subList(from, from + length)));
      }
    }
    return windows;
  }
}
