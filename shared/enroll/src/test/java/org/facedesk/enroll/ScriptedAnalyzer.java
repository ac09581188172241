package org.facedesk.enroll;

import java.util.List;
import java.util.Map;
import org.facedesk.core.Frame;
import org.facedesk.engine.Box;
import org.facedesk.engine.Eyes;
import org.facedesk.engine.Face;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.HeadPose;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Obstacle;
import org.facedesk.engine.ObstacleReport;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;
import org.facedesk.engine.Template;

/**
 * An engine that reads its answer from the picture's first pixel: blue is the number of faces,
 * green the person, red the quality of every component. A picture of two pixels shows a person with
 * dark glasses.
 */
final class ScriptedAnalyzer implements FaceAnalyzer {
  static final String MODEL = "scripted";
  private static final int DIMENSION = 8;

  /** A frame in which one person is seen at a quality of 0 to 100. */
  static Frame person(int who, int quality, long millis) {
    return new Frame(1, 1, new byte[] {1, (byte) who, (byte) quality}, millis);
  }

  /** The same person behind dark glasses. */
  static Frame hidden(int who, int quality, long millis) {
    return new Frame(2, 1, new byte[] {1, (byte) who, (byte) quality, 0, 0, 0}, millis);
  }

  static Frame faces(int count, long millis) {
    return new Frame(1, 1, new byte[] {(byte) count, 1, 90}, millis);
  }

  @Override
  public FrameAnalysis analyze(Frame frame) {
    int faces = frame.bgr()[0];
    if (faces == 0) {
      return new FrameAnalysis(frame, 0, null, 0, null);
    }
    Face face =
        new Face(
            0.9,
            new Box(0, 0, 1, 1),
            List.of(),
            new Landmarks(new double[3 * Landmarks.COUNT]),
            1,
            new Eyes(0.3, 0.3, 0.3, 0.3),
            new HeadPose(0, 0, 0),
            new byte[Face.CROP_SIZE * Face.CROP_SIZE]);
    QualityReport quality =
        new QualityReport(Map.of(QualityComponent.SHARPNESS, (int) frame.bgr()[2]));
    ObstacleReport obstacles =
        new ObstacleReport(Map.of(Obstacle.DARK_GLASSES, frame.width() == 2 ? 0.99 : 0.01));
    return new FrameAnalysis(frame, faces, face, faces > 1 ? 1 : 0, quality, obstacles);
  }

  @Override
  public FaceTracker tracker() {
    return this::analyze;
  }

  @Override
  public Template embed(Frame frame, Landmarks landmarks, boolean mirrored) {
    return template(frame.bgr()[1], 1);
  }

  /** The template of a person: an axis of its own, so that two people are √2 apart. */
  static Template template(int who, int samples) {
    float[] vector = new float[DIMENSION];
    vector[who] = 1;
    return new Template(MODEL, samples, vector);
  }

  @Override
  public String modelId() {
    return MODEL;
  }

  @Override
  public void close() {}
}
