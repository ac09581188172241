package org.facedesk.enroll;

import org.facedesk.store.Seen;
import org.jspecify.annotations.Nullable;

/**
 * What a session was shown until it ended.
 *
 * @param seen null where nobody here holds it, and knows
 */
record Shown(int frames, @Nullable Seen seen) {
  static Shown of(Outcome.Summary summary) {
    return new Shown(summary.frames(), summary.seen());
  }
}
