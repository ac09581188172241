package org.facedesk.desktop.launch;

import org.facedesk.engine.Calibration;
import org.facedesk.gallery.Thresholds;

/** The embedding model's calibration, as the gallery asks for it. */
record CalibratedThresholds(Calibration calibration) implements Thresholds {
  @Override
  public double threshold(int enrolledSamples, int probeSamples, double fmr) {
    return calibration.threshold(enrolledSamples, probeSamples, fmr);
  }

  @Override
  public double confidence(int enrolledSamples, int probeSamples, double distance) {
    return calibration.confidence(enrolledSamples, probeSamples, distance);
  }
}
