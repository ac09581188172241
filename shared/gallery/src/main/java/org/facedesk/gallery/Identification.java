package org.facedesk.gallery;

import org.jspecify.annotations.Nullable;

/** The answer of a search; not to know is one, too. */
public sealed interface Identification {
  /** One person, near enough and clearly nearer than anyone else. */
  record Found(Candidate person) implements Identification {}

  /**
   * Nobody, or not clearly one.
   *
   * @param nearest distance to the nearest person, null if there was none to compare with
   */
  record Unknown(@Nullable Double nearest) implements Identification {}
}
