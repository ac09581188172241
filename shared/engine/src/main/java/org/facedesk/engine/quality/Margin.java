package org.facedesk.engine.quality;

import org.facedesk.engine.Point;

/**
 * Room around the head for a portrait. Left and right are the picture's; lengths are counted in
 * inter-eye distances sideways and in face lengths up and down, so the shape of the frame beyond
 * the portrait does not matter.
 */
enum Margin implements Component {
  LEFT(0.9) {
    @Override
    double room(FaceView view) {
      return view.landmarks().rightEyeCentre().x() / view.interEyeDistance();
    }
  },
  RIGHT(0.9) {
    @Override
    double room(FaceView view) {
      Point eye = view.landmarks().leftEyeCentre();
      return (view.frame().width() - eye.x()) / view.interEyeDistance();
    }
  },
  ABOVE(1.4) {
    @Override
    double room(FaceView view) {
      return view.eyeMidpoint().y() / view.faceLength();
    }
  },
  BELOW(1.8) {
    @Override
    double room(FaceView view) {
      return (view.frame().height() - view.eyeMidpoint().y()) / view.faceLength();
    }
  };

  private final double centre;

  Margin(double centre) {
    this.centre = centre;
  }

  abstract double room(FaceView view);

  @Override
  public int score(FaceView view) {
    return Curve.score(100 * Curve.sigmoid(room(view), centre, 0.1));
  }
}
