package org.facedesk.server.ws;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.facedesk.engine.Box;
import org.facedesk.engine.Face;
import org.facedesk.engine.HeadPose;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.QualityReport;
import org.facedesk.engine.liveness.ChallengeState;
import org.facedesk.engine.liveness.LivenessState;
import org.facedesk.enroll.Feedback;
import org.facedesk.protocol.ChallengeStep;
import org.facedesk.protocol.VisualData;
import org.jspecify.annotations.Nullable;

/** What a client may draw, rounded to what can be seen. */
final class Visuals {
  private Visuals() {}

  static VisualData of(Feedback feedback) {
    Face face = feedback.analysis().face();
    LivenessState liveness = feedback.liveness();
    return new VisualData(
        face == null ? null : box(face.box()),
        face == null ? null : points(face.landmarks()),
        new VisualData.LivenessIndicators(
            face == null ? null : rounded(face.eyes().meanAspectRatio()),
            liveness.blinks(),
            liveness.blinks() >= feedback.requirements().blinks(),
            liveness.motionEvents() >= feedback.requirements().motionEvents(),
            rounded(liveness.motionScore()),
            liveness.motionEvents(),
            feedback.frames()),
        face == null ? null : pose(face.pose()),
        quality(feedback.analysis().quality()));
  }

  /** The same words for the wire. */
  static @Nullable ChallengeStep challenge(@Nullable ChallengeState state) {
    return state == null
        ? null
        : new ChallengeStep(
            state.id(),
            state.nonce(),
            state.step(),
            state.of(),
            state.action().wireName(),
            null,
            null,
            state.deadlineMillis(),
            state.phase().name().toLowerCase(Locale.ROOT));
  }

  /** Four decimals: more is noise, and not every number can be written in JSON. */
  static double rounded(double value) {
    return Double.isFinite(value) ? Math.round(value * 10_000) / 10_000.0 : 0;
  }

  private static List<Double> box(Box box) {
    return List.of(tenth(box.x0()), tenth(box.y0()), tenth(box.x1()), tenth(box.y1()));
  }

  private static List<List<Double>> points(Landmarks landmarks) {
    List<List<Double>> points = new ArrayList<>(Landmarks.COUNT);
    for (int i = 0; i < Landmarks.COUNT; i++) {
      points.add(List.of(tenth(landmarks.x(i)), tenth(landmarks.y(i))));
    }
    return points;
  }

  private static VisualData.Pose pose(HeadPose pose) {
    return new VisualData.Pose(tenth(pose.yaw()), tenth(pose.pitch()), tenth(pose.roll()));
  }

  private static Map<String, Integer> quality(@Nullable QualityReport report) {
    Map<String, Integer> scores = new TreeMap<>();
    if (report != null) {
      report
          .scores()
          .forEach((component, score) -> {
            if (score != QualityReport.NOT_ASSESSED) {
              scores.put(component.wireName(), score);
            }
          });
    }
    return scores;
  }

  private static double tenth(double value) {
    return Double.isFinite(value) ? Math.round(value * 10) / 10.0 : 0;
  }
}
