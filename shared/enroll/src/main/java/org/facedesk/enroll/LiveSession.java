package org.facedesk.enroll;

import java.util.Optional;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.liveness.ChallengeState;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.store.Picture;
import org.facedesk.store.SessionType;
import org.jspecify.annotations.Nullable;

/**
 * An open session, held by whoever feeds it. {@link #admit} is cheap and for any thread; {@link
 * #process} computes for tens of milliseconds on the calling thread and must be called from one
 * thread at a time.
 */
public interface LiveSession extends AutoCloseable {
  SessionType type();

  Requirements requirements();

  /** Milliseconds until the session gives up. */
  long remainingMillis();

  int frames();

  /** Whether it has ended, by its holder or by someone else. */
  boolean over();

  /** Whether a frame that arrived now may be processed. A throttled frame does not count. */
  Admission admit();

  /**
   * The same for a frame that came earlier and had to wait until the session was open.
   *
   * @param arrivalMillis when it came, on the station's steady clock
   */
  default Admission admit(long arrivalMillis) {
    return admit();
  }

  /**
   * Decodes and judges one frame of a remote client.
   *
   * @param clientMillis the client's own clock, or null; used for timing only while it agrees with
   *     the station's
   * @throws org.facedesk.core.FacedeskException for a picture that cannot be decoded (not counted),
   *     or a session that is over
   */
  Step process(byte[] encoded, long arrivalMillis, @Nullable Long clientMillis);

  /**
   * The same for a client that says which step of a challenge was on its screen.
   *
   * @param shownChallenge the step's id, or null
   */
  default Step process(
      byte[] encoded,
      long arrivalMillis,
      @Nullable Long clientMillis,
      @Nullable String shownChallenge) {
    return process(encoded, arrivalMillis, clientMillis);
  }

  /** The step of a challenge that is asked for first; null without a challenge. */
  default @Nullable ChallengeState challenge() {
    return null;
  }

  /**
   * What there is to know of a capture that waits ({@link Pending}). Looks into the gallery: some
   * milliseconds.
   *
   * @param oldPhoto to compare with, with its template; null for the one on record, if there is one
   * @throws org.facedesk.core.FacedeskException SESSION_STATE unless it waits
   */
  default Review review(@Nullable Picture oldPhoto) {
    throw notReviewed();
  }

  /**
   * Enrolls what was captured; returns when it is on disk.
   *
   * @throws org.facedesk.core.FacedeskException FORBIDDEN if something stands against it that no
   *     ruling is about, also if that came up since the review (it goes on waiting); SESSION_STATE
   *     unless it waits
   */
  default Outcome confirm(Confirmation confirmation) {
    throw notReviewed();
  }

  /**
   * Ends it without an enrollment: the person is one who is enrolled already.
   *
   * @param other whom the ruling takes the person for
   * @throws org.facedesk.core.FacedeskException SESSION_STATE unless it waits
   */
  default Outcome refuse(String operator, Ruling ruling, UUID other) {
    throw notReviewed();
  }

  /**
   * Takes frames again, for another picture in the place of one sample; proofs of life are asked
   * for afresh.
   *
   * @param sample its place among {@link Pending#samples}
   * @throws org.facedesk.core.FacedeskException SESSION_STATE unless it waits
   */
  default void retake(int sample) {
    throw notReviewed();
  }

  private static FacedeskException notReviewed() {
    return new FacedeskException(ErrorCode.SESSION_STATE, "nothing waits for a word");
  }

  /** Judges one frame of the desk's camera, at the frame's own time. */
  Step process(Frame frame);

  /**
   * Gives up for want of time, if it is up by now.
   *
   * @return the outcome, or empty if the session goes on or was over before
   */
  Optional<Outcome> expireIfDue();

  /**
   * Lets go without an outcome: the session may be opened again until it expires. Nothing happens
   * if it is over.
   */
  @Override
  void close();

  /** What becomes of a frame. */
  enum Admission {
    ADMITTED,
    TOO_FAST,
    FRAMES_USED_UP,
    SESSION_OVER
  }
}
