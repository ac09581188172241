package org.facedesk.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.HeadPose;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;
import org.facedesk.engine.quality.QualityAssessor;
import org.facedesk.engine.quality.QualityPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The quality policy on photographs: what it refuses, and what it lets pass. Every 24th development
 * picture is looked at; {@code -Dfacedesk.quality.every=1} takes them all. The table in {@code
 * docs/quality.md} is what this test writes to {@code target/quality-development.txt}.
 */
class QualityOnPicturesTest {
  private static final QualityPolicy POLICY = QualityPolicy.DEFAULT;
  private static final double LARGEST_ANGLE = 15;
  private static final double MOST_REFUSED = 0.05;

  /** Properties of those pictures, not faults: 41 px between the eyes, and people in pairs. */
  private static final Set<QualityComponent> OF_THE_COLLECTION =
      EnumSet.of(QualityComponent.INTER_EYE_DISTANCE, QualityComponent.SINGLE_FACE);

  @Test
  void thePortraitIsAcceptedAndItsBlurredCopyIsNot() {
    FrameAnalysis portrait = Engine.ANALYZER.analyze(Engine.portrait());
    QualityReport sharp = Objects.requireNonNull(portrait.quality());
    QualityReport blurred = assessBlurred(portrait, 0.06);

    assertThat(POLICY.judge(sharp).accepted()).isTrue();
    assertThat(POLICY.judge(blurred).accepted()).isFalse();
    assertThat(POLICY.judge(blurred).worst()).isEqualTo(QualityComponent.SHARPNESS);
  }

  @Test
  void fewNearFrontalDevelopmentPicturesAreRefusedAndTheirBlurredCopiesAre() throws IOException {
    List<QualityReport> sharp = new ArrayList<>();
    List<QualityReport> blurred = new ArrayList<>();
    for (Path file : developmentPictures()) {
      FrameAnalysis analysis =
          Engine.ANALYZER.analyze(Engine.DECODER.decode(Files.readAllBytes(file), 0));
      if (nearFrontal(analysis.face())) {
        sharp.add(Objects.requireNonNull(analysis.quality()));
        blurred.add(assessBlurred(analysis, 0.06));
      }
    }
    Files.writeString(Path.of("target", "quality-development.txt"), table(sharp, blurred));

    for (QualityComponent component : POLICY.gating()) {
      if (!OF_THE_COLLECTION.contains(component)) {
        assertThat(refused(sharp, component)).as(component.name()).isLessThan(MOST_REFUSED);
      }
    }
    assertThat(refused(blurred, QualityComponent.SHARPNESS)).isGreaterThan(0.98);
  }

  private static List<Path> developmentPictures() throws IOException {
    Optional<Path> root = SharedMaterial.find("eval/lfw/pairsDevTrain.csv");
    assumeTrue(root.isPresent(), "no development pictures beside the checkout");
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(root.orElseThrow())) {
      String[] fields = line.split(",");
      if (fields[0].endsWith(".jpg")) {
        names.add(fields[0]);
        names.add(fields[1]);
      }
    }
    int every = Integer.getInteger("facedesk.quality.every", 24);
    List<Path> chosen = new ArrayList<>();
    int index = 0;
    for (String name : names) {
      if (index++ % every == 0) {
        chosen.add(root.orElseThrow().resolveSibling(name));
      }
    }
    return chosen;
  }

  private static boolean nearFrontal(@Nullable Face face) {
    if (face == null) {
      return false;
    }
    HeadPose pose = face.pose();
    return Math.abs(pose.yaw()) <= LARGEST_ANGLE
        && Math.abs(pose.pitch()) <= LARGEST_ANGLE
        && Math.abs(pose.roll()) <= LARGEST_ANGLE;
  }

  /** The same face with the picture blurred by a Gaussian, sigma in inter-eye distances. */
  private static QualityReport assessBlurred(FrameAnalysis analysis, double sigma) {
    Frame frame = analysis.frame();
    Face face = Objects.requireNonNull(analysis.face());
    double pixels = sigma * face.landmarks().interEyeDistance();
    byte[] bgr = new byte[frame.bgr().length];
    try (BytePointer bytes = new BytePointer(frame.bgr());
        Mat sharp = new Mat(frame.height(), frame.width(), opencv_core.CV_8UC3, bytes);
        Mat blurred = new Mat();
        Size fitting = new Size(0, 0)) {
      opencv_imgproc.GaussianBlur(sharp, blurred, fitting, pixels);
      blurred.data().get(bgr);
    }
    Frame copy = new Frame(frame.width(), frame.height(), bgr, frame.timestampMillis());
    return new QualityAssessor().assess(copy, face, analysis.secondFaceArea());
  }

  private static double refused(List<QualityReport> reports, QualityComponent component) {
    return share(reports, report -> below(report, component));
  }

  private static boolean below(QualityReport report, QualityComponent component) {
    return POLICY.quality(component, report.score(component)) < POLICY.threshold();
  }

  private static double share(List<QualityReport> reports, Predicate<QualityReport> which) {
    return (double) reports.stream().filter(which).count() / reports.size();
  }

  private static String table(List<QualityReport> sharp, List<QualityReport> blurred) {
    StringBuilder text = new StringBuilder();
    text.append("%d near-frontal pictures%n".formatted(sharp.size()));
    text.append("component, score at 1 %, 5 %, 50 %; minimum; refused; refused when blurred\n");
    for (QualityComponent component : QualityComponent.values()) {
      int[] scores = sharp.stream().mapToInt(r -> r.score(component)).sorted().toArray();
      boolean gates = POLICY.gating().contains(component);
      text.append(
          "%-24s %4d %4d %4d  %s%n"
              .formatted(
                  component.wireName(),
                  scores[scores.length / 100],
                  scores[scores.length / 20],
                  scores[scores.length / 2],
                  gates ? gate(sharp, blurred, component) : "-"));
    }
    Set<QualityComponent> counted = EnumSet.copyOf(POLICY.gating());
    counted.removeAll(OF_THE_COLLECTION);
    text.append(
        "any of those but %s: %.1f %%%n"
            .formatted(
                OF_THE_COLLECTION,
                100 * share(sharp, r -> counted.stream().anyMatch(c -> below(r, c)))));
    text.append(
        "any at all: %.1f %%%n".formatted(100 * share(sharp, r -> !POLICY.judge(r).accepted())));
    return text.toString();
  }

  private static String gate(
      List<QualityReport> sharp, List<QualityReport> blurred, QualityComponent component) {
    return "%3d  %5.1f %%  %5.1f %%"
        .formatted(
            POLICY.minimumScores().get(component),
            100 * refused(sharp, component),
            100 * refused(blurred, component));
  }
}
