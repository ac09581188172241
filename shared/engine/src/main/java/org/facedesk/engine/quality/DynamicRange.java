package org.facedesk.engine.quality;

/** How many of the 256 levels the face really uses: the entropy of its luminance. */
final class DynamicRange implements Component {
  @Override
  public int score(FaceView view) {
    return Curve.score(12.5 * view.luminance().entropyBits());
  }
}
