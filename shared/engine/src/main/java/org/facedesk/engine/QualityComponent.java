package org.facedesk.engine;

import java.util.Locale;

/** The named components, after ISO/IEC 29794-5 where it has a name for them. */
public enum QualityComponent {
  SINGLE_FACE,
  INTER_EYE_DISTANCE,
  YAW,
  PITCH,
  ROLL,
  SHARPNESS,
  UNDER_EXPOSURE,
  OVER_EXPOSURE,
  LUMINANCE_MEAN,
  ILLUMINATION_UNIFORMITY,
  EYES_OPEN,
  LUMINANCE_VARIANCE,
  DYNAMIC_RANGE,
  HEAD_SIZE,
  CROP_LEFT,
  CROP_RIGHT,
  CROP_ABOVE,
  CROP_BELOW,
  MOUTH_CLOSED,
  NATURAL_COLOUR,
  COMPRESSION;

  /** The component's name on the wire: lower case with underscores. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
