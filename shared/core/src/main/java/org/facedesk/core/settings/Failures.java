package org.facedesk.core.settings;

import org.jspecify.annotations.Nullable;

/** What went wrong while several are told, each of them in any case. */
final class Failures {
  private @Nullable RuntimeException first;

  /** Whether it went well. */
  boolean without(Runnable telling) {
    try {
      telling.run();
      return true;
    } catch (RuntimeException failure) {
      if (first == null) {
        first = failure;
      } else {
        first.addSuppressed(failure);
      }
      return false;
    }
  }

  /** Throws the first with the others in it, if there is one. */
  void rethrow() {
    if (first != null) {
      throw first;
    }
  }
}
