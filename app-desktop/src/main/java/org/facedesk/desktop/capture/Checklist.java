package org.facedesk.desktop.capture;

import static org.facedesk.engine.QualityComponent.EYES_OPEN;
import static org.facedesk.engine.QualityComponent.ILLUMINATION_UNIFORMITY;
import static org.facedesk.engine.QualityComponent.INTER_EYE_DISTANCE;
import static org.facedesk.engine.QualityComponent.LUMINANCE_MEAN;
import static org.facedesk.engine.QualityComponent.OVER_EXPOSURE;
import static org.facedesk.engine.QualityComponent.PITCH;
import static org.facedesk.engine.QualityComponent.ROLL;
import static org.facedesk.engine.QualityComponent.SHARPNESS;
import static org.facedesk.engine.QualityComponent.UNDER_EXPOSURE;
import static org.facedesk.engine.QualityComponent.YAW;

import java.util.Arrays;
import java.util.List;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.engine.Box;
import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.enroll.Feedback;
import org.jspecify.annotations.Nullable;

/**
 * Fills the checklist from what was measured. A line is good when its components reach the policy's
 * minimum, and asks for attention when the guidance is about it: nothing is decided here that the
 * session does not decide itself.
 */
final class Checklist {
  private final QualityScale scale;

  Checklist(QualityScale scale) {
    this.scale = scale;
  }

  /**
   * @param sight null before the first frame
   */
  List<Check> fill(@Nullable Sight sight) {
    return Arrays.stream(Check.Item.values())
        .map(item -> new Check(item, sight == null ? Tone.NEUTRAL : tone(item, sight)))
        .toList();
  }

  private Tone tone(Check.Item item, Sight sight) {
    if (subject(sight.guidance()) == item) {
      boolean proof = item == Check.Item.BLINK || item == Check.Item.HEAD_MOVEMENT;
      return proof ? Tone.ACTION : Tone.ADVICE;
    }
    return holds(item, sight) ? Tone.GOOD : Tone.NEUTRAL;
  }

  private boolean holds(Check.Item item, Sight sight) {
    FrameAnalysis analysis = sight.analysis();
    Face face = analysis.face();
    Feedback feedback = sight.feedback();
    QualityReport report = analysis.quality();
    if (item == Check.Item.BLINK) {
      return feedback != null && feedback.liveness().blinks() >= feedback.requirements().blinks();
    }
    if (item == Check.Item.HEAD_MOVEMENT) {
      return feedback != null
          && feedback.liveness().motionEvents() >= feedback.requirements().motionEvents();
    }
    if (face == null || report == null) {
      return false;
    }
    return switch (item) {
      case ONE_FACE -> analysis.faces() == 1;
      case CENTRED -> withinFrame(face.landmarks().bounds(), analysis);
      case DISTANCE -> reached(report, INTER_EYE_DISTANCE);
      case LIGHT ->
          reached(report, LUMINANCE_MEAN, UNDER_EXPOSURE, OVER_EXPOSURE, ILLUMINATION_UNIFORMITY);
      case SHARPNESS -> reached(report, SHARPNESS);
      case POSE -> reached(report, YAW, PITCH, ROLL);
      case EYES -> reached(report, EYES_OPEN);
      case BLINK, HEAD_MOVEMENT -> throw new AssertionError(item);
    };
  }

  /** Which line a piece of advice is about; null for none. */
  private static Check.@Nullable Item subject(Guidance guidance) {
    return switch (guidance) {
      case NO_FACE, ONE_PERSON -> Check.Item.ONE_FACE;
      case MOVE_LEFT, MOVE_RIGHT, MOVE_UP, MOVE_DOWN -> Check.Item.CENTRED;
      case COME_CLOSER, MOVE_BACK -> Check.Item.DISTANCE;
      case MORE_LIGHT, LESS_LIGHT, EVEN_LIGHT, WHITE_LIGHT -> Check.Item.LIGHT;
      case HOLD_STILL, FINER_PICTURE -> Check.Item.SHARPNESS;
      case FACE_LEFT, FACE_RIGHT, LOOK_UP, LOOK_DOWN, LEVEL_HEAD, CLOSE_MOUTH -> Check.Item.POSE;
      case OPEN_EYES -> Check.Item.EYES;
      case BLINK -> Check.Item.BLINK;
      case TURN_HEAD, SHOW_LEFT, SHOW_RIGHT, SHOW_UP, LOOK_STRAIGHT -> Check.Item.HEAD_MOVEMENT;
      case TAKE_OFF_MASK, TAKE_OFF_GLASSES, UNCOVER_FACE -> Check.Item.ONE_FACE;
      case MORE_PICTURES, HOLD_ON -> null;
    };
  }

  private boolean reached(QualityReport report, QualityComponent... components) {
    return scale.reached(report, List.of(components));
  }

  private static boolean withinFrame(Box bounds, FrameAnalysis analysis) {
    return bounds.x0() >= 0
        && bounds.y0() >= 0
        && bounds.x1() <= analysis.frame().width()
        && bounds.y1() <= analysis.frame().height();
  }
}
