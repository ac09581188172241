package org.facedesk.engine.quality;

import java.util.EnumMap;
import java.util.Map;
import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;

/**
 * Scores every component of a face's picture. Holds no state: one instance serves any number of
 * threads. Costs about a millisecond, whatever the size of the face.
 */
public final class QualityAssessor {
  private static final Map<QualityComponent, Component> COMPONENTS = components();

  /**
   * @param frame the picture the face was found in
   * @param secondFaceArea area of the second largest face's box over this one's, 0 without one
   * @return a score for every component; -1 for what this picture does not say
   */
  public QualityReport assess(Frame frame, Face face, double secondFaceArea) {
    FaceView view = new FaceView(frame, face, secondFaceArea);
    Map<QualityComponent, Integer> scores = new EnumMap<>(QualityComponent.class);
    COMPONENTS.forEach((component, measure) -> scores.put(component, measure.score(view)));
    return new QualityReport(scores);
  }

  private static Map<QualityComponent, Component> components() {
    Map<QualityComponent, Component> all = new EnumMap<>(QualityComponent.class);
    for (QualityComponent component : QualityComponent.values()) {
      all.put(component, measureOf(component));
    }
    return all;
  }

  private static Component measureOf(QualityComponent component) {
    return switch (component) {
      case SINGLE_FACE -> new SingleFace();
      case INTER_EYE_DISTANCE -> new InterEyeDistance();
      case YAW -> view -> Curve.cosineSquared(view.face().pose().yaw());
      case PITCH -> view -> Curve.cosineSquared(view.face().pose().pitch());
      case ROLL -> view -> Curve.cosineSquared(view.face().pose().roll());
      case SHARPNESS -> new Sharpness();
      case UNDER_EXPOSURE -> new UnderExposure();
      case OVER_EXPOSURE -> new OverExposure();
      case LUMINANCE_MEAN -> new LuminanceMean();
      case ILLUMINATION_UNIFORMITY -> new IlluminationUniformity();
      case EYES_OPEN -> new EyesOpen();
      case LUMINANCE_VARIANCE -> new LuminanceVariance();
      case DYNAMIC_RANGE -> new DynamicRange();
      case HEAD_SIZE -> new HeadSize();
      case CROP_LEFT -> Margin.LEFT;
      case CROP_RIGHT -> Margin.RIGHT;
      case CROP_ABOVE -> Margin.ABOVE;
      case CROP_BELOW -> Margin.BELOW;
      case MOUTH_CLOSED -> new MouthClosed();
      case NATURAL_COLOUR -> new NaturalColour();
      case COMPRESSION -> new Compression();
    };
  }
}
