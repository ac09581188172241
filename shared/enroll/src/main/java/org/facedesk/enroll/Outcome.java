package org.facedesk.enroll;

import java.time.Instant;
import java.util.UUID;
import org.facedesk.engine.liveness.LivenessState;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.store.Seen;
import org.jspecify.annotations.Nullable;

/** How a session ended. Everything told here is already on disk. */
public sealed interface Outcome extends Step {
  /** What the session saw, for the final message. */
  Summary summary();

  /** A person was enrolled; committed before this was made. */
  record Enrolled(
      Summary summary,
      UUID enrollmentId,
      String userId,
      double quality,
      @Nullable Double similarityWithOldPhoto,
      Instant at)
      implements Outcome {}

  /** An enrollment came to nothing; the person's earlier template, if any, is untouched. */
  record EnrollmentRefused(Summary summary, UUID enrollmentId, Reason reason) implements Outcome {}

  /**
   * The probe was matched.
   *
   * @param person whom, beyond doubt: clients that share a gallery may have an id in common
   * @param userId the id that the person's own client gave them
   * @param otherClient the public id of the client they belong to; null if that is the session's
   */
  record Authenticated(
      Summary summary,
      UUID person,
      String userId,
      @Nullable String otherClient,
      double confidence,
      Instant at)
      implements Outcome {}

  /**
   * The probe was captured, and is not the claimed person or nobody known.
   *
   * @param confidence that it is the claimed or nearest person after all, for the desk; null if
   *     nobody was compared with
   */
  record NotAuthenticated(Summary summary, Reason reason, @Nullable Double confidence)
      implements Outcome {

    /** Before anybody was compared with. */
    public NotAuthenticated(Summary summary, Reason reason) {
      this(summary, reason, null);
    }
  }

  /** An authentication used up its time or frames before it could decide. */
  record AuthenticationTimedOut(Summary summary, Reason reason) implements Outcome {}

  /** Ended from outside: cancelled or expired. */
  record Ended(Summary summary, Reason reason) implements Outcome {}

  /** Why, in a word; the name in lower case is the wire's {@code reason}. */
  enum Reason {
    DUPLICATE_FACE("This face is already enrolled for someone else."),
    REPLAY_DETECTED("The pictures repeat themselves."),
    CHALLENGE_FAILED("The movements that were asked for were not seen."),
    LIVENESS_NOT_PROVEN("No live person could be confirmed."),
    NOT_ENOUGH_SAMPLES("Too few pictures were good enough."),
    PERSON_CHANGED("More than one person was seen."),
    NO_MATCH("The face does not match."),
    UNKNOWN_PERSON("The face is not known."),
    USER_LOCKED("Too many attempts for this person failed."),
    TIMEOUT("The time is up."),
    CANCELLED("The session was cancelled."),
    EXPIRED("The session has expired.");

    private final String message;

    Reason(String message) {
      this.message = message;
    }

    public String message() {
      return message;
    }
  }

  /**
   * @param samples pictures that were good enough to be kept
   * @param livenessVerified whether proofs of life were asked for and given
   */
  record Summary(
      int frames,
      int samples,
      LivenessState liveness,
      boolean livenessVerified,
      double livenessScore,
      double qualityScore,
      long elapsedMillis,
      Requirements requirements) {

    /** What the session's record keeps of it. */
    Seen seen() {
      return new Seen(samples, liveness.blinks(), liveness.motionEvents(), livenessVerified);
    }
  }
}
