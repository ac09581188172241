package org.facedesk.desktop.capture;

import java.util.ArrayList;
import java.util.List;
import org.facedesk.engine.Face;
import org.facedesk.enroll.Feedback;

/**
 * Follows which frames a session keeps, by its count: the frame with which the count rises was
 * kept, and a count that falls means the session started afresh.
 */
final class KeptPictures {
  private final List<Portrait> kept = new ArrayList<>();

  void accept(Feedback feedback) {
    while (kept.size() > feedback.samples()) {
      kept.removeLast();
    }
    Face face = feedback.analysis().face();
    if (face != null && kept.size() < feedback.samples()) {
      kept.add(new Portrait(feedback.analysis().frame(), face.landmarks().bounds()));
    }
  }

  /** Begins with these, of a session that goes on. */
  void restart(List<Portrait> portraits) {
    kept.clear();
    kept.addAll(portraits);
  }

  void clear() {
    kept.clear();
  }

  List<Portrait> list() {
    return List.copyOf(kept);
  }
}
