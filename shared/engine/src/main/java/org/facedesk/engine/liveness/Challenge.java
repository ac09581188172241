package org.facedesk.engine.liveness;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks a person for movements in an order that nobody can know beforehand: what was recorded
 * earlier shows other ones. A movement is a rotation that {@link RigidRotation} has proven, so a
 * tilted print answers no step; it must begin after the step was shown, and the next step is drawn
 * only when the last one was answered.
 *
 * <p>A wrong movement, or a step that takes too long, and the challenge has failed for good: each
 * try that is forgiven is one more for a recording that happens to show the right thing. An
 * interruption is forgiven once, and everything begins again with other steps, because what one
 * face has shown says nothing about the next. Used by one thread at a time.
 */
public final class Challenge {
  public static final int STEPS = 2;

  /** From the moment a step is shown. */
  public static final long STEP_MILLIS = 6000;

  /** Nobody reads and moves faster; what begins earlier was no answer. */
  private static final long REACTION_MILLIS = 200;

  private static final int MOST_INTERRUPTIONS = 1;
  private static final int NONCE_BYTES = 16;

  private final RandomGenerator random;
  private ChallengeAction action;
  private String id = "";
  private String nonce = "";
  private ChallengeState.Phase phase = ChallengeState.Phase.PENDING;
  private int answered;
  private int interruptions;
  private boolean failed;
  private long revealed;
  private long shown;
  private long now;
  private boolean running;
  private long handled = Long.MIN_VALUE;

  /**
   * @param random unpredictable: a {@link java.security.SecureRandom} outside of tests
   */
  public Challenge(RandomGenerator random) {
    this.random = random;
    this.action = draw(List.of(ChallengeAction.values()));
    name();
  }

  /**
   * Takes a frame in.
   *
   * @param face whether one person was seen in it
   * @param newest the newest rotation proven so far
   * @param shownId the step that the client says was on its screen when the frame was taken; null
   *     if it does not say, and then a step counts as shown from the answer that revealed it
   */
  public void accept(
      long millis, boolean face, @Nullable Rotation newest, @Nullable String shownId) {
    now = millis;
    if (failed || passed()) {
      return;
    }
    if (phase != ChallengeState.Phase.PENDING) {
      reveal(millis);
    }
    if (!running) {
      if (!face) {
        return;
      }
      running = true;
      revealed = millis;
      shown = millis;
    }
    if (shownId != null && !shownId.equals(id)) {
      shown = millis;
    }
    if (newest != null && newest.startMillis() != handled) {
      handled = newest.startMillis();
      answer(newest);
    }
    if (phase == ChallengeState.Phase.PENDING && millis - revealed > STEP_MILLIS) {
      fail();
    }
  }

  /** Another face, or none for too long: everything begins again. */
  public void interrupted() {
    if (!running) {
      return;
    }
    running = false;
    answered = 0;
    handled = Long.MIN_VALUE;
    if (++interruptions > MOST_INTERRUPTIONS) {
      fail();
    } else {
      reveal(now);
    }
  }

  /** Every step was answered. */
  public boolean passed() {
    return answered == STEPS;
  }

  /** It cannot be passed any more. */
  public boolean failed() {
    return failed;
  }

  /** How much of it was answered, 0..1. */
  public double progress() {
    return (double) answered / STEPS;
  }

  public ChallengeState state() {
    long left = running ? Math.max(0, STEP_MILLIS - (now - revealed)) : STEP_MILLIS;
    boolean done = phase == ChallengeState.Phase.OK;
    return new ChallengeState(
        id, nonce, done ? answered : answered + 1, STEPS, action, left, phase);
  }

  private void answer(Rotation rotation) {
    if (rotation.startMillis() < shown + REACTION_MILLIS) {
      return;
    }
    if (action.shownBy(rotation)) {
      answered++;
      phase = ChallengeState.Phase.OK;
    } else if (Arrays.stream(ChallengeAction.values()).anyMatch(a -> a.shownBy(rotation))) {
      fail();
    }
  }

  private void fail() {
    failed = true;
    phase = ChallengeState.Phase.FAILED;
  }

  private void reveal(long millis) {
    action =
        draw(Arrays.stream(ChallengeAction.values()).filter(other -> other != action).toList());
    name();
    phase = ChallengeState.Phase.PENDING;
    revealed = millis;
    shown = millis;
  }

  private ChallengeAction draw(List<ChallengeAction> from) {
    return from.get(random.nextInt(from.size()));
  }

  private void name() {
    id = HexFormat.of().toHexDigits(random.nextLong());
    byte[] bits = new byte[NONCE_BYTES];
    random.nextBytes(bits);
    nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
