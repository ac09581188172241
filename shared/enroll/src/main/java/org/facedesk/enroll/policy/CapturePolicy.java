package org.facedesk.enroll.policy;

import java.time.Duration;
import org.facedesk.core.settings.StationSettings;

/**
 * What a capture session asks for and allows; the defaults are documented in {@code
 * docs/administrator-guide.md}.
 *
 * @param targetSamples pictures fused into an enrolled template
 * @param authenticationSamples pictures fused into a probe
 * @param sampleSpacing least time between two of them
 * @param requiredBlinks blinks an enrollment needs
 * @param requiredMotionEvents proven head turns an enrollment needs
 * @param maxFrames frames a session may use
 * @param frameInterval least time between two frames of a remote session
 * @param sessionLifetime from creation to expiry
 * @param authenticationTimeout from the first connection of an authentication to its giving up
 * @param openSessionsPerClient sessions a client may have waiting
 * @param verificationFmr false match rate of a one-to-one comparison
 * @param identificationFpir false positive identification rate of a search, whatever the gallery's
 *     size
 * @param identificationMargin distance by which the best subject must beat the next
 * @param sampleAgreement largest distance between two pictures of one session
 * @param verificationAttempts when a person is locked for a while
 * @param identificationAttempts when a client's searches pause for a while
 * @param livenessOptional whether a client may switch liveness off for an authentication
 * @param knownUsersOnly whether a remote client has to create a user before it enrolls them
 */
public record CapturePolicy(
    int targetSamples,
    int authenticationSamples,
    Duration sampleSpacing,
    int requiredBlinks,
    int requiredMotionEvents,
    int maxFrames,
    Duration frameInterval,
    Duration sessionLifetime,
    Duration authenticationTimeout,
    int openSessionsPerClient,
    double verificationFmr,
    double identificationFpir,
    double identificationMargin,
    double sampleAgreement,
    AttemptPolicy verificationAttempts,
    AttemptPolicy identificationAttempts,
    boolean livenessOptional,
    boolean knownUsersOnly) {

  public static final int MAX_TARGET_SAMPLES = 20;

  /** How long what was captured at the desk waits for someone's word. */
  public static final Duration REVIEW_TIME = Duration.ofMinutes(15);

  public static final CapturePolicy DEFAULT =
      new CapturePolicy(
          3,
          3,
          Duration.ofMillis(300),
          1,
          1,
          120,
          Duration.ofMillis(100),
          Duration.ofMinutes(5),
          Duration.ofSeconds(30),
          10,
          1e-4,
          0.01,
          0.05,
          0.45,
          AttemptPolicy.VERIFICATION,
          AttemptPolicy.IDENTIFICATION,
          false,
          false);

  /** The same, for a station that does or does not make users by enrolling them. */
  public CapturePolicy withKnownUsersOnly(boolean only) {
    return new CapturePolicy(
        targetSamples,
        authenticationSamples,
        sampleSpacing,
        requiredBlinks,
        requiredMotionEvents,
        maxFrames,
        frameInterval,
        sessionLifetime,
        authenticationTimeout,
        openSessionsPerClient,
        verificationFmr,
        identificationFpir,
        identificationMargin,
        sampleAgreement,
        verificationAttempts,
        identificationAttempts,
        livenessOptional,
        only);
  }

  /** The same, with what an administrator has set. */
  public CapturePolicy with(StationSettings.Capture set) {
    return new CapturePolicy(
        set.samples(),
        authenticationSamples,
        sampleSpacing,
        set.blinks(),
        set.motionEvents(),
        maxFrames,
        frameInterval,
        set.sessionLifetime(),
        authenticationTimeout,
        openSessionsPerClient,
        set.verificationFmr(),
        set.identificationFpir(),
        identificationMargin,
        sampleAgreement,
        new AttemptPolicy(
            set.attempts(), verificationAttempts.window(), verificationAttempts.pause()),
        identificationAttempts,
        livenessOptional,
        set.knownUsersOnly());
  }
}
