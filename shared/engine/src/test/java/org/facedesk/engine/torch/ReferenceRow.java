package org.facedesk.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Template;
import tools.jackson.databind.json.JsonMapper;

/** What the Python reference measured in one picture, and how close a port must come to it. */
record ReferenceRow(
    String file,
    int faces,
    double score,
    double[] box,
    double[][] keypoints,
    double[][] landmarks,
    double presence,
    double[] openness,
    double[] ear,
    double[] pose,
    float[] embedding) {

  static ReferenceRow parse(String line) {
    return JsonMapper.shared().readValue(line, ReferenceRow.class);
  }

  void assertReproducedBy(TorchFaceAnalyzer analyzer, Frame frame) {
    FrameAnalysis seen = analyzer.analyze(frame);
    Face face = Objects.requireNonNull(seen.face(), file);

    assertThat(seen.faces()).isEqualTo(faces);
    assertThat(face.score()).as("score").isCloseTo(score, within(0.01));
    assertThat(face.box().x0()).as("box").isCloseTo(box[0], within(0.5));
    assertThat(face.box().y1()).as("box").isCloseTo(box[3], within(0.5));
    for (int i = 0; i < 6; i++) {
      assertThat(face.keypoints().get(i).x()).isCloseTo(keypoints[i][0], within(0.5));
      assertThat(face.keypoints().get(i).y()).isCloseTo(keypoints[i][1], within(0.5));
    }
    assertLandmarks(face.landmarks());
    assertThat(face.presence()).as("presence").isCloseTo(presence, within(0.01));
    assertThat(face.eyes().rightOpenness()).isCloseTo(openness[0], within(0.01));
    assertThat(face.eyes().leftOpenness()).isCloseTo(openness[1], within(0.01));
    assertThat(face.eyes().rightAspectRatio()).isCloseTo(ear[0], within(0.02));
    assertThat(face.eyes().leftAspectRatio()).isCloseTo(ear[1], within(0.02));
    assertThat(face.pose().yaw()).as("yaw").isCloseTo(pose[0], within(0.3));
    assertThat(face.pose().pitch()).as("pitch").isCloseTo(pose[1], within(0.3));
    assertThat(face.pose().roll()).as("roll").isCloseTo(pose[2], within(0.3));

    Template expected = Template.normalised(analyzer.modelId(), 1, embedding);
    Template actual = analyzer.embed(frame, face.landmarks(), false);
    assertThat(actual.distanceTo(expected)).as("descriptor").isLessThan(0.02);
  }

  private void assertLandmarks(Landmarks face) {
    double worst = 0;
    for (int i = 0; i < Landmarks.COUNT; i++) {
      worst = Math.max(worst, Math.abs(face.x(i) - landmarks[i][0]));
      worst = Math.max(worst, Math.abs(face.y(i) - landmarks[i][1]));
      worst = Math.max(worst, Math.abs(face.z(i) - landmarks[i][2]));
    }
    assertThat(worst).as("landmarks, pixels").isLessThan(0.5);
  }
}
