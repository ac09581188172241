package org.facedesk.engine.torch;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.facedesk.engine.Face;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;

/**
 * The small grey picture that goes with every face: eye centres at (16, 20) and (48, 20) of 64 by
 * 64 pixels, brow to chin.
 */
final class AlignedCrop {
  private static final Point[] EYES = {new Point(16, 20), new Point(48, 20)};

  private AlignedCrop() {}

  static byte[] draw(Picture picture, Landmarks face) {
    Point[] eyes = {face.rightEyeCentre(), face.leftEyeCentre()};
    double scale = eyes[0].distanceTo(eyes[1]) / EYES[0].distanceTo(EYES[1]);
    int halvings = Picture.halvings(scale * Face.CROP_SIZE, Face.CROP_SIZE);
    double k = 1.0 / (1 << halvings);
    Affine map = Affine.scaling(k, k, 0, 0).after(Affine.similarity(EYES, eyes));
    Mat colour = new Mat(Face.CROP_SIZE, Face.CROP_SIZE, CV_8UC3);
    Picture.warp(picture.halved(halvings), colour, map.betweenIndices(), true);
    Mat grey = new Mat();
    opencv_imgproc.cvtColor(colour, grey, opencv_imgproc.COLOR_BGR2GRAY);
    byte[] pixels = new byte[Face.CROP_SIZE * Face.CROP_SIZE];
    grey.data().get(pixels);
    return pixels;
  }
}
