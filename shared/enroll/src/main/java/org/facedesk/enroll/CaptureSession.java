package org.facedesk.enroll;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Obstacle;
import org.facedesk.engine.Template;
import org.facedesk.engine.liveness.Challenge;
import org.facedesk.engine.liveness.ChallengeAction;
import org.facedesk.engine.liveness.ChallengeState;
import org.facedesk.engine.liveness.Liveness;
import org.facedesk.engine.liveness.LivenessState;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.engine.quality.QualityVerdict;
import org.facedesk.enroll.policy.Requirements;
import org.jspecify.annotations.Nullable;

/**
 * One person's way from the first frame to a template: each frame is analysed, judged, counted
 * towards the proofs of life and perhaps kept; when everything asked for has been shown, the best
 * frames become one template. It stores nothing and knows nobody, so that the window, the server
 * and the command line run the very same code.
 *
 * <p>A break in continuity (the face was gone, or another person's appeared) starts liveness and
 * samples afresh: what was proven for one face never speaks for another. Used by one thread at a
 * time; {@link #accept} computes some ten milliseconds, and some hundred for the last frame.
 */
public final class CaptureSession {
  /** Identity is looked at this often; more would cost more than the rest of the analysis. */
  private static final long IDENTITY_CHECK_MILLIS = 1000;

  /** Beyond this turn of the head the way back is what comes next. */
  private static final double TURNED_DEGREES = 14;

  private final FaceAnalyzer analyzer;
  private final FaceAnalyzer.FaceTracker tracker;
  private final Supplier<? extends Liveness> newLiveness;
  private final SampleJudge judge;
  private final Requirements requirements;
  private final CaptureLimits limits;
  private final double sampleAgreement;
  private final SampleSelector selector;
  private final RandomGenerator random;
  private final FramePace pace = new FramePace();

  private @Nullable Challenge challenge;
  private int frameLimit;
  private Liveness liveness;
  private LivenessState state = LivenessState.START;
  private int frames;
  private long firstMillis = -1;
  private long lastMillis;
  private @Nullable Template identity;
  private long identityMillis;
  private boolean identityDue;
  private double bestQuality;

  /**
   * @param framesBefore frames this session used before it was interrupted; they stay counted
   * @param sampleAgreement largest distance between two pictures of the same person within one
   *     session
   */
  public CaptureSession(
      FaceAnalyzer analyzer,
      Supplier<? extends Liveness> newLiveness,
      SampleJudge judge,
      Requirements requirements,
      CaptureLimits limits,
      int framesBefore) {
    this(analyzer, newLiveness, judge, requirements, limits, framesBefore, new SecureRandom());
  }

  /**
   * @param random draws the steps of a challenge
   */
  CaptureSession(
      FaceAnalyzer analyzer,
      Supplier<? extends Liveness> newLiveness,
      SampleJudge judge,
      Requirements requirements,
      CaptureLimits limits,
      int framesBefore,
      RandomGenerator random) {
    this.analyzer = analyzer;
    this.tracker = analyzer.tracker();
    this.newLiveness = newLiveness;
    this.judge = judge;
    this.requirements = requirements;
    this.limits = limits;
    this.frameLimit = limits.maxFrames();
    this.random = random;
    this.sampleAgreement = limits.sampleAgreement();
    this.selector = new SampleSelector(requirements.samples(), limits.sampleSpacing().toMillis());
    this.challenge = newChallenge();
    this.liveness = newLiveness.get();
    this.frames = framesBefore;
  }

  public int frames() {
    return frames;
  }

  public int samples() {
    return selector.count();
  }

  public LivenessState liveness() {
    return state;
  }

  /** Whether a live person was shown; never where that is not asked for. */
  public boolean livenessVerified() {
    return requirements.asksForLife() && enoughLife();
  }

  private boolean enoughLife() {
    return requirements.provenBy(state) && (challenge == null || challenge.passed());
  }

  /** The step that is asked for; null without a challenge. */
  public @Nullable ChallengeState challenge() {
    return challenge == null ? null : challenge.state();
  }

  /** Takes a frame that comes without a word about challenges. */
  public Capture accept(Frame frame) {
    return accept(frame, null);
  }

  /**
   * Frames must come in order; one that is older than the last counts, and is not looked at.
   *
   * @param shownChallenge the step of a challenge that was on the person's screen, if that is known
   */
  public Capture accept(Frame frame, @Nullable String shownChallenge) {
    frames++;
    if (firstMillis < 0) {
      firstMillis = frame.timestampMillis();
    }
    lastMillis = Math.max(lastMillis, frame.timestampMillis());
    pace.tick(lastMillis);
    FrameAnalysis analysis = tracker.analyze(frame);
    int eventsBefore = state.blinks() + state.motionEvents();
    state = liveness.accept(analysis);
    // whoever blinked or turned must be the one whose pictures are kept
    identityDue |= state.blinks() + state.motionEvents() > eventsBefore;
    if (state.replayed()) {
      return new Capture.GaveUp(summary(), Outcome.Reason.REPLAY_DETECTED);
    }
    if (!state.continuous()) {
      startAgain();
    }
    if (challenge != null) {
      challenge.accept(lastMillis, usable(analysis), liveness.newestRotation(), shownChallenge);
      if (challenge.failed()) {
        return new Capture.GaveUp(summary(), Outcome.Reason.CHALLENGE_FAILED);
      }
    }
    QualityVerdict verdict = usable(analysis) ? keepIfGood(analysis) : null;
    if (verdict != null && verdict.accepted() && complete()) {
      Capture.@Nullable Captured captured = fuse();
      if (captured != null) {
        return captured;
      }
    }
    if (frames >= frameLimit) {
      return new Capture.GaveUp(
          summary(),
          enoughLife() ? Outcome.Reason.NOT_ENOUGH_SAMPLES : Outcome.Reason.LIVENESS_NOT_PROVEN);
    }
    return new Capture.Going(feedback(analysis, verdict));
  }

  /**
   * Goes on after a capture that was complete, without one of its samples. The others stay if the
   * same face comes back; the proofs of life are asked for afresh, because by now someone else may
   * stand there.
   *
   * @param others the samples to keep
   */
  public void retake(List<Sample> others) {
    selector.keepOnly(others);
    liveness = newLiveness.get();
    state = LivenessState.START;
    identityDue = true;
    frameLimit = frames + limits.maxFrames();
    challenge = newChallenge();
  }

  private @Nullable Challenge newChallenge() {
    return requirements.challenge() ? new Challenge(random) : null;
  }

  /** The session's figures so far. */
  public Outcome.Summary summary() {
    return new Outcome.Summary(
        frames,
        selector.count(),
        state,
        livenessVerified(),
        livenessScore(),
        bestQuality,
        elapsed(),
        requirements);
  }

  private double livenessScore() {
    double gates = LivenessProgress.score(requirements, state);
    return challenge == null ? gates : (gates + challenge.progress()) / 2;
  }

  private boolean complete() {
    return enoughLife()
        && !identityDue
        && selector.complete()
        && frames >= requirements.minFrames();
  }

  private static boolean usable(FrameAnalysis analysis) {
    return analysis.face() != null && analysis.quality() != null && analysis.faces() == 1;
  }

  private @Nullable QualityVerdict keepIfGood(FrameAnalysis analysis) {
    Face face = analysis.face();
    if (face == null || analysis.quality() == null) {
      return null;
    }
    QualityVerdict verdict = judge.judge(analysis.quality());
    if (verdict.accepted() && analysis.obstacles().found().isEmpty()) {
      if (samePerson(analysis.frame(), face)) {
        selector.offer(
            new Sample(analysis.frame(), face.landmarks(), face.pose(), verdict.score()));
        bestQuality = Math.max(bestQuality, verdict.score());
      } else {
        startAgain();
      }
    }
    return verdict;
  }

  private boolean samePerson(Frame frame, Face face) {
    Template before = identity;
    boolean recent = frame.timestampMillis() - identityMillis < IDENTITY_CHECK_MILLIS;
    if (before != null && recent && !identityDue) {
      return true;
    }
    Template now = analyzer.embed(frame, face.landmarks(), false);
    identity = now;
    identityMillis = frame.timestampMillis();
    identityDue = false;
    return before == null || before.distanceTo(now) <= sampleAgreement;
  }

  private void startAgain() {
    liveness = newLiveness.get();
    state = LivenessState.START;
    selector.clear();
    identity = null;
    identityDue = false;
    bestQuality = 0;
    if (challenge != null) {
      challenge.interrupted();
    }
  }

  /**
   * Null when a sample turned out to be unlike the others; it is dropped and the capture goes on.
   */
  private Capture.@Nullable Captured fuse() {
    List<Sample> samples = selector.best();
    List<Template> templates = new ArrayList<>();
    for (Sample sample : samples) {
      templates.add(analyzer.embed(sample.frame(), sample.landmarks(), true));
    }
    Template fused = Template.fused(templates);
    double spread = 0;
    for (int i = 0; i < samples.size(); i++) {
      double distance = templates.get(i).distanceTo(fused);
      if (distance > sampleAgreement) {
        selector.drop(samples.get(i));
        return null;
      }
      spread = Math.max(spread, distance);
    }
    double quality = samples.stream().mapToDouble(Sample::quality).min().orElseThrow();
    return new Capture.Captured(summary(), samples, fused, quality, spread);
  }

  private Feedback feedback(FrameAnalysis analysis, @Nullable QualityVerdict verdict) {
    return new Feedback(
        analysis,
        verdict != null && analysis.obstacles().found().isEmpty(),
        verdict,
        guidance(analysis, verdict),
        state,
        livenessVerified(),
        livenessScore(),
        frames,
        selector.count(),
        elapsed(),
        requirements,
        challenge());
  }

  private Guidance guidance(FrameAnalysis analysis, @Nullable QualityVerdict verdict) {
    Face face = analysis.face();
    if (verdict == null || face == null) {
      return judge.advise(analysis, null);
    }
    List<Obstacle> obstacles = analysis.obstacles().found();
    if (!obstacles.isEmpty()) {
      return uncover(obstacles.getFirst());
    }
    if (requirements.asksForLife() && pace.tooSlow()) {
      return Guidance.MORE_PICTURES;
    }
    if (challenge != null && !challenge.passed()) {
      return ask(challenge.state().action());
    }
    boolean motionMissing = LivenessProgress.motionMissing(requirements, state);
    double turn = Math.max(Math.abs(face.pose().yaw()), Math.abs(face.pose().pitch()));
    if (motionMissing && turn > TURNED_DEGREES) {
      return Guidance.LOOK_STRAIGHT;
    }
    if (!verdict.accepted()) {
      return judge.advise(analysis, verdict);
    }
    if (LivenessProgress.blinkMissing(requirements, state)) {
      return Guidance.BLINK;
    }
    if (motionMissing) {
      return Guidance.TURN_HEAD;
    }
    return Guidance.HOLD_ON;
  }

  private static Guidance uncover(Obstacle obstacle) {
    return switch (obstacle) {
      case MASK -> Guidance.TAKE_OFF_MASK;
      case DARK_GLASSES -> Guidance.TAKE_OFF_GLASSES;
      case HAND, HAT -> Guidance.UNCOVER_FACE;
    };
  }

  private static Guidance ask(ChallengeAction action) {
    return switch (action) {
      case TURN_LEFT -> Guidance.SHOW_LEFT;
      case TURN_RIGHT -> Guidance.SHOW_RIGHT;
      case LOOK_UP -> Guidance.SHOW_UP;
    };
  }

  private long elapsed() {
    return firstMillis < 0 ? 0 : lastMillis - firstMillis;
  }
}
