package org.facedesk.engine.torch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.FaceAnalyzer.FaceTracker;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;
import org.jspecify.annotations.Nullable;

/**
 * Follows one face: the landmarks of the frame before say where to look in this one. The detector
 * runs when the face is lost, and every few frames to notice other faces, or that the mesh model
 * has been following something else.
 */
final class TorchFaceTracker implements FaceTracker {
  private static final int FRAMES_BETWEEN_DETECTIONS = 5;

  /**
   * How many looks in a row the detector must miss a face that the mesh model still sees: a blurred
   * moment is no reason to lose somebody.
   */
  private static final int LOOKS_TO_MISS = 3;

  /** Overlap above which a detection is the face that is being followed. */
  private static final double SAME_FACE = 0.25;

  /** How much more prominent another face must be to be followed instead. */
  private static final double TAKES_OVER = 1.2;

  private final TorchFaceAnalyzer engine;
  private @Nullable Tracked tracked;
  private int framesSinceDetection;
  private int missedLooks;

  TorchFaceTracker(TorchFaceAnalyzer engine) {
    this.engine = engine;
  }

  /** The face being followed, and what the newest detection said. */
  private record Tracked(
      Landmarks landmarks, int width, int height, double score, int faces, double secondArea) {}

  @Override
  public FrameAnalysis analyze(Frame frame) {
    try (PointerScope _ = new PointerScope()) {
      Picture picture = Picture.of(frame);
      FaceMesh.Result located = follow(picture);
      if (located == null) {
        located = find(picture, engine.detector().detect(picture));
      } else if (++framesSinceDetection >= FRAMES_BETWEEN_DETECTIONS) {
        located = lookAround(picture, located);
      }
      Tracked now = tracked;
      if (located == null || now == null) {
        return new FrameAnalysis(frame, 0, null, 0, null);
      }
      tracked =
          new Tracked(
              located.landmarks(),
              frame.width(),
              frame.height(),
              now.score(),
              now.faces(),
              now.secondArea());
      Landmarks points = located.landmarks();
      Face face = engine.measure(picture, now.score(), points.bounds(), keypoints(points), located);
      return engine.result(frame, now.faces(), face, now.secondArea());
    }
  }

  /** The same face in this frame; null if there is none to follow or it is not there any more. */
  private FaceMesh.@Nullable Result follow(Picture picture) {
    Tracked before = tracked;
    if (before == null
        || before.width() != picture.width()
        || before.height() != picture.height()) {
      return null;
    }
    FaceMesh.Result located = engine.mesh().locate(picture, Roi.around(before.landmarks()));
    return located.presence() >= TorchFaceAnalyzer.MIN_PRESENCE ? located : null;
  }

  /** A detection beside the tracking: stay with the face, or go to the one now meant. */
  private FaceMesh.@Nullable Result lookAround(Picture picture, FaceMesh.Result located) {
    List<Detection> found = engine.detector().detect(picture);
    framesSinceDetection = 0;
    Optional<Detection> same =
        found.stream()
            .filter(d -> Detection.overlap(d.box(), located.landmarks().bounds()) > SAME_FACE)
            .max(Comparator.comparingDouble(face -> face.prominence(picture)));
    if (same.isEmpty()) {
      if (found.isEmpty() && ++missedLooks < LOOKS_TO_MISS) {
        return located;
      }
      return find(picture, found);
    }
    double rival = Detection.mostProminent(found, picture).prominence(picture);
    if (rival > TAKES_OVER * same.get().prominence(picture)) {
      return find(picture, found);
    }
    remember(located, same.get(), found, picture);
    return located;
  }

  private FaceMesh.@Nullable Result find(Picture picture, List<Detection> found) {
    framesSinceDetection = 0;
    tracked = null;
    if (found.isEmpty()) {
      return null;
    }
    Detection subject = Detection.mostProminent(found, picture);
    FaceMesh.Result located = engine.mesh().locate(picture, subject);
    if (located.presence() < TorchFaceAnalyzer.MIN_PRESENCE) {
      return null;
    }
    remember(located, subject, found, picture);
    return located;
  }

  private void remember(
      FaceMesh.Result located, Detection face, List<Detection> found, Picture picture) {
    missedLooks = 0;
    tracked =
        new Tracked(
            located.landmarks(),
            picture.width(),
            picture.height(),
            face.score(),
            found.size(),
            TorchFaceAnalyzer.secondArea(found, face));
  }

  /** The detector's six points, read off the mesh. */
  private static List<Point> keypoints(Landmarks face) {
    Point upperLip = face.point(13);
    Point lowerLip = face.point(14);
    return List.of(
        face.rightEyeCentre(),
        face.leftEyeCentre(),
        face.point(1),
        new Point((upperLip.x() + lowerLip.x()) / 2, (upperLip.y() + lowerLip.y()) / 2),
        face.point(234),
        face.point(454));
  }
}
