package org.facedesk.desktop.enroll;

import java.time.Instant;

/** Where the operator is. */
public sealed interface EnrollStep {
  /** What the window's title says of it. */
  enum Title {
    WHO,
    READY,
    CAPTURING,
    ENROLLED,
    REFUSED
  }

  default Title title() {
    return switch (this) {
      case Who who -> Title.WHO;
      case Ready ready -> Title.READY;
      case Starting starting -> Title.CAPTURING;
      case Capturing capturing -> Title.CAPTURING;
      case Finished(Ending.Enrolled enrolled) -> Title.ENROLLED;
      case Finished(Ending.Refused refused) -> Title.REFUSED;
    };
  }

  /**
   * Entering who it is.
   *
   * @param invalid whether the operator tried to go on with an id that cannot be one
   */
  record Who(boolean invalid) implements EnrollStep {}

  /** The person takes their place; nothing counts yet. */
  record Ready() implements EnrollStep {}

  /** A session is being opened. */
  record Starting() implements EnrollStep {}

  /**
   * The session runs.
   *
   * @param samples pictures kept so far
   * @param target pictures wanted
   * @param progress towards the proofs of life, 0..1
   * @param secondsLeft until frames or time are used up
   */
  record Capturing(int samples, int target, double progress, int secondsLeft)
      implements EnrollStep {}

  /** Over. */
  record Finished(Ending ending) implements EnrollStep {}

  /** How it ended. */
  sealed interface Ending {
    /**
     * @param quality worst gating component of the samples, 0..1
     * @param seconds from the first frame to the last
     */
    record Enrolled(String userId, double quality, int frames, double seconds, Instant at)
        implements Ending {}

    /**
     * @param reason key of the sentence: an {@code Outcome.Reason}'s name, or RECORDING_ENDED
     */
    record Refused(String reason) implements Ending {
      public static final String RECORDING_ENDED = "RECORDING_ENDED";
    }
  }
}
