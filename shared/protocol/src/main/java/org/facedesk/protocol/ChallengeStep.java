package org.facedesk.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The step of a challenge that a person has before them.
 *
 * @param id may come back as {@code challenge_id} with the frames taken while the step was shown
 * @param nonce fresh with each step
 * @param step from 1 on
 * @param action {@code turn_left}, {@code turn_right} or {@code look_up}, the person's own left and
 *     right
 * @param colour reserved for light, which this station does not ask for; like {@code chipMs}
 * @param deadlineMs milliseconds the step may still take
 * @param state {@code pending}, {@code ok} or {@code failed}
 */
public record ChallengeStep(
    String id,
    String nonce,
    int step,
    int of,
    String action,
    @Nullable String colour,
    @Nullable Integer chipMs,
    long deadlineMs,
    String state) {}
