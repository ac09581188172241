package org.facedesk.engine.torch;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.facedesk.core.Frame;
import org.facedesk.engine.Box;
import org.facedesk.engine.Face;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;
import org.facedesk.engine.Template;
import org.facedesk.engine.obstacles.ObstacleDetector;
import org.facedesk.engine.quality.QualityAssessor;
import org.facedesk.models.Models;

/**
 * The four models as one {@link FaceAnalyzer}. Holds some 100 MB of native memory until closed;
 * calls after that fail.
 */
public final class TorchFaceAnalyzer implements FaceAnalyzer {
  /** Below this the mesh model itself says that it was shown no face. */
  static final double MIN_PRESENCE = 0.5;

  private final FaceDetector detector;
  private final FaceMesh mesh;
  private final EyeModel eyes;
  private final PoseFit pose;
  private final FaceEmbedder embedder;
  private final QualityAssessor quality;
  private final ObstacleDetector obstacles;

  private TorchFaceAnalyzer(Models models) {
    detector = new FaceDetector(models);
    mesh = new FaceMesh(models);
    eyes = new EyeModel(models);
    pose = new PoseFit(models);
    embedder = new FaceEmbedder(models);
    quality = new QualityAssessor();
    obstacles = new ObstacleDetector();
  }

  /**
   * Verifies and loads the models; the first call in a process takes seconds.
   *
   * @throws org.facedesk.core.FacedeskException MODEL_MISSING or MODEL_CORRUPT
   */
  public static TorchFaceAnalyzer load(Models models) {
    return new TorchFaceAnalyzer(models);
  }

  @Override
  public FrameAnalysis analyze(Frame frame) {
    try (PointerScope _ = new PointerScope()) {
      Picture picture = Picture.of(frame);
      List<Detection> found = detector.detect(picture);
      if (found.isEmpty()) {
        return new FrameAnalysis(frame, 0, null, 0, null);
      }
      Detection subject = Detection.mostProminent(found, picture);
      FaceMesh.Result located = mesh.locate(picture, subject);
      Face face = measure(picture, subject.score(), subject.box(), subject.keypoints(), located);
      return result(frame, found.size(), face, secondArea(found, subject));
    }
  }

  @Override
  public FaceTracker tracker() {
    return new TorchFaceTracker(this);
  }

  @Override
  public Template embed(Frame frame, Landmarks landmarks, boolean mirrored) {
    try (PointerScope _ = new PointerScope()) {
      return embedder.embed(Picture.of(frame), landmarks, mirrored);
    }
  }

  @Override
  public String modelId() {
    return embedder.modelId();
  }

  FaceDetector detector() {
    return detector;
  }

  FaceMesh mesh() {
    return mesh;
  }

  EyeModel eyes() {
    return eyes;
  }

  FaceEmbedder embedder() {
    return embedder;
  }

  /** All that is measured once the landmarks are known. */
  Face measure(
      Picture picture, double score, Box box, List<Point> keypoints, FaceMesh.Result located) {
    Landmarks landmarks = located.landmarks();
    return new Face(
        score,
        box,
        keypoints,
        landmarks,
        located.presence(),
        eyes.measure(picture, landmarks),
        pose.fit(landmarks),
        AlignedCrop.draw(picture, landmarks));
  }

  FrameAnalysis result(Frame frame, int faces, Face face, double secondArea) {
    return new FrameAnalysis(
        frame,
        faces,
        face,
        secondArea,
        quality.assess(frame, face, secondArea),
        obstacles.assess(frame, face));
  }

  /** Area of the largest other face over that of this one, at most 1. */
  static double secondArea(List<Detection> found, Detection face) {
    return found.stream()
        .filter(other -> !other.equals(face))
        .mapToDouble(other -> other.box().area() / face.box().area())
        .map(share -> Math.min(1, share))
        .max()
        .orElse(0);
  }

  /** Arrays that the models' managers hold; for the test that nothing is kept. */
  int nativeArrays() {
    return detector.nativeArrays()
        + mesh.nativeArrays()
        + eyes.nativeArrays()
        + embedder.nativeArrays();
  }

  @Override
  public void close() {
    detector.close();
    mesh.close();
    eyes.close();
    embedder.close();
  }
}
