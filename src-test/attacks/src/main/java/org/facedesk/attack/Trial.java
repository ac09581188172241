package org.facedesk.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facedesk.capture.FrameSource;
import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.liveness.LivenessState;
import org.facedesk.engine.liveness.LivenessTracker;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.enroll.Capture;
import org.facedesk.enroll.CaptureLimits;
import org.facedesk.enroll.CaptureSession;
import org.facedesk.enroll.PolicyJudge;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.enroll.policy.Requirements.LivenessRule;

/**
 * Shows frames to the station's capture session as a remote client does: each one encoded as JPEG,
 * decoded, analysed, counted. The session goes on to the last frame whatever was proven, and
 * acceptance is counted the strict way: a rule that holds after any frame counts, also where the
 * session would have gone on asking for better pictures.
 *
 * @param analyzer for any number of threads
 */
record Trial(FaceAnalyzer analyzer, FrameDecoder codec, Landmarks meanFace) {
  static final int JPEG_QUALITY = 85;

  private static final CapturePolicy POLICY = CapturePolicy.DEFAULT;

  static final Requirements ENROLLMENT =
      asked(POLICY.requiredBlinks(), POLICY.requiredMotionEvents(), LivenessRule.BLINK_AND_MOTION);
  static final Requirements AUTHENTICATION =
      asked(POLICY.requiredBlinks(), POLICY.requiredMotionEvents(), LivenessRule.BLINK_OR_MOTION);

  /** The path through authentication that needs no blink. */
  static final Requirements MOTION_ALONE =
      asked(Integer.MAX_VALUE, POLICY.requiredMotionEvents(), LivenessRule.BLINK_OR_MOTION);

  /** No session ends before its last frame. */
  private static Requirements asked(int blinks, int motionEvents, LivenessRule rule) {
    return new Requirements(POLICY.targetSamples(), Integer.MAX_VALUE, blinks, motionEvents, rule);
  }

  /**
   * One frame as it travels.
   *
   * @param millis since the sequence began
   */
  record Sent(byte[] jpeg, long millis) {}

  /** The whole source, encoded. */
  List<Sent> encoded(FrameSource source) {
    List<Sent> frames = new ArrayList<>();
    for (Optional<Frame> f = source.next(); f.isPresent(); f = source.next()) {
      frames.add(new Sent(codec.encodeJpeg(f.get(), JPEG_QUALITY), f.get().timestampMillis()));
    }
    return frames;
  }

  /** What a new session makes of these frames. */
  Verdict of(List<Sent> frames) {
    CaptureSession session =
        new CaptureSession(
            analyzer,
            () -> new LivenessTracker(meanFace),
            new PolicyJudge(QualityPolicy.DEFAULT),
            ENROLLMENT,
            CaptureLimits.of(POLICY).unlimited(),
            0);
    Tally tally = new Tally();
    for (Sent sent : frames) {
      Capture step = session.accept(codec.decode(sent.jpeg(), sent.millis()));
      tally.add(session.liveness());
      if (!(step instanceof Capture.Going going)) {
        // only a replay ends such a session
        return tally.verdict(session.frames(), true);
      }
      Face face = going.feedback().analysis().face();
      if (face != null) {
        tally.turn.add(face);
      }
    }
    return tally.verdict(session.frames(), false);
  }

  /** What was seen up to now, also before the session started again. */
  private static final class Tally {
    final ClaimedTurn turn = new ClaimedTurn();
    private int blinks;
    private int motionEvents;
    private boolean varied;
    private boolean enrollment;
    private boolean authentication;
    private boolean motionAlone;

    void add(LivenessState state) {
      blinks = Math.max(blinks, state.blinks());
      motionEvents = Math.max(motionEvents, state.motionEvents());
      varied |= state.varied();
      enrollment |= ENROLLMENT.provenBy(state);
      authentication |= AUTHENTICATION.provenBy(state);
      motionAlone |= MOTION_ALONE.provenBy(state);
    }

    Verdict verdict(int frames, boolean replay) {
      return new Verdict(
          frames,
          blinks,
          motionEvents,
          varied,
          replay,
          turn.seen(),
          enrollment,
          authentication,
          motionAlone);
    }
  }
}
