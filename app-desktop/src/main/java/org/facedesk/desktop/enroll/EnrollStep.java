package org.facedesk.desktop.enroll;

/** Where the operator is. */
public sealed interface EnrollStep {
  /** What the window's title says of it. */
  enum Title {
    WHO,
    READY,
    CAPTURING,
    REVIEW,
    ENROLLED,
    REFUSED
  }

  /** Entering who it is, and whether they agree. */
  record Who(Trouble trouble) implements EnrollStep {}

  /** The person stands before the camera, whether or not a session runs. */
  record AtCamera() implements EnrollStep {}

  /** Looking at what was captured; nothing is enrolled yet. */
  record Reviewing(ReviewSheet sheet) implements EnrollStep {}

  /** Over. */
  record Finished(Ending ending) implements EnrollStep {}

  /** What keeps the operator from going on; shown once they have tried to. */
  enum Trouble {
    NONE,
    /** The id cannot be one. */
    ID,
    /** The name cannot be one. */
    NAME,
    /** The person has not agreed yet. */
    CONSENT,
    /** The old photo is still being read, or cannot be used. */
    PHOTO
  }

  /** How it ended. */
  sealed interface Ending {
    /**
     * @param quality worst gating component of the samples, 0..1
     * @param seconds from the first frame to the last
     */
    record Enrolled(Receipt receipt, double quality, int frames, double seconds)
        implements Ending {}

    /**
     * @param reason key of the sentence: an {@code Outcome.Reason}'s name, or RECORDING_ENDED
     */
    record Refused(String reason) implements Ending {
      public static final String RECORDING_ENDED = "RECORDING_ENDED";
    }
  }
}
