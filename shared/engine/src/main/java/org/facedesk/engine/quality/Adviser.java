package org.facedesk.engine.quality;

import org.facedesk.engine.Box;
import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one sentence that helps most. Directions are the person's own left and right: a camera
 * sees the person's right side on the left of its (unmirrored) picture. Holds no state.
 */
public final class Adviser {
  private Adviser() {}

  /**
   * @param verdict how the policy judged the picture; null when it could not be judged
   * @return what to change so that the worst gating component improves; {@link Guidance#HOLD_ON}
   *     when the picture is accepted
   */
  public static Guidance advise(FrameAnalysis analysis, @Nullable QualityVerdict verdict) {
    Face face = analysis.face();
    QualityReport report = analysis.quality();
    if (face == null || report == null) {
      return Guidance.NO_FACE;
    }
    if (verdict == null) {
      return analysis.faces() > 1 ? Guidance.ONE_PERSON : Guidance.LOOK_STRAIGHT;
    }
    if (verdict.accepted()) {
      return Guidance.HOLD_ON;
    }
    if (report.score(verdict.worst()) == QualityReport.NOT_ASSESSED) {
      return intoView(analysis, face);
    }
    return improve(verdict.worst(), face, report);
  }

  private static Guidance improve(QualityComponent component, Face face, QualityReport report) {
    return switch (component) {
      case SINGLE_FACE -> Guidance.ONE_PERSON;
      case INTER_EYE_DISTANCE -> Guidance.COME_CLOSER;
      case YAW -> face.pose().yaw() > 0 ? Guidance.FACE_LEFT : Guidance.FACE_RIGHT;
      case PITCH -> face.pose().pitch() > 0 ? Guidance.LOOK_UP : Guidance.LOOK_DOWN;
      case ROLL -> Guidance.LEVEL_HEAD;
      case SHARPNESS -> Guidance.HOLD_STILL;
      case UNDER_EXPOSURE -> Guidance.MORE_LIGHT;
      case OVER_EXPOSURE -> Guidance.LESS_LIGHT;
      case LUMINANCE_MEAN, LUMINANCE_VARIANCE, DYNAMIC_RANGE -> moreOrLessLight(report);
      case ILLUMINATION_UNIFORMITY -> Guidance.EVEN_LIGHT;
      case EYES_OPEN -> Guidance.OPEN_EYES;
      case HEAD_SIZE -> Guidance.MOVE_BACK;
      case CROP_LEFT -> Guidance.MOVE_LEFT;
      case CROP_RIGHT -> Guidance.MOVE_RIGHT;
      case CROP_ABOVE -> Guidance.MOVE_DOWN;
      case CROP_BELOW -> Guidance.MOVE_UP;
      case MOUTH_CLOSED -> Guidance.CLOSE_MOUTH;
      case NATURAL_COLOUR -> Guidance.WHITE_LIGHT;
      case COMPRESSION -> Guidance.FINER_PICTURE;
    };
  }

  /** A face that is too bright has burnt-out places; a face that is too dark has none. */
  private static Guidance moreOrLessLight(QualityReport report) {
    int burnt = report.score(QualityComponent.OVER_EXPOSURE);
    int dark = report.score(QualityComponent.UNDER_EXPOSURE);
    return burnt < dark ? Guidance.LESS_LIGHT : Guidance.MORE_LIGHT;
  }

  /** Towards the middle, from the side where the face leaves the picture furthest. */
  private static Guidance intoView(FrameAnalysis analysis, Face face) {
    Box bounds = face.landmarks().bounds();
    double left = -bounds.x0();
    double right = bounds.x1() - analysis.frame().width();
    double above = -bounds.y0();
    double below = bounds.y1() - analysis.frame().height();
    double furthest = Math.max(Math.max(left, right), Math.max(above, below));
    if (furthest <= 0) {
      return Guidance.LOOK_STRAIGHT;
    }
    if (furthest == left) {
      return Guidance.MOVE_LEFT;
    }
    if (furthest == right) {
      return Guidance.MOVE_RIGHT;
    }
    return furthest == above ? Guidance.MOVE_DOWN : Guidance.MOVE_UP;
  }
}
