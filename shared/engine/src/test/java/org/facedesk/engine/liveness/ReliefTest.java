package org.facedesk.engine.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.liveness.MadeUpHead.Matter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReliefTest {

  /**
   * One frame of a head drawn from a portrait in the public domain, and what the Python reference
   * says about it: parallax to the right and down, and the correlation.
   */
  record Row(
      double yaw,
      double pitch,
      double[] points,
      byte[] crop,
      double @Nullable [] parallax,
      @Nullable Double proportion) {
    Landmarks landmarks() {
      double[] xyz = new double[3 * Landmarks.COUNT];
      for (int i = 0; i < Landmarks.COUNT; i++) {
        xyz[3 * i] = points[2 * i];
        xyz[3 * i + 1] = points[2 * i + 1];
      }
      return new Landmarks(xyz);
    }
  }

  @Test
  void measuresWhatTheReferenceMeasures() {
    List<Row> rows = rows();
    Row frontal = rows.getFirst();
    Relief relief = relief(frontal.crop(), frontal.landmarks());
    for (Row row : rows.subList(1, rows.size())) {
      Relief.Parallax seen = relief.parallax(row.crop(), row.landmarks());
      double[] expected = Objects.requireNonNull(row.parallax());
      assertThat(seen.x()).isCloseTo(expected[0], within(0.002));
      assertThat(seen.y()).isCloseTo(expected[1], within(0.002));
      assertThat(seen.correlation()).isCloseTo(expected[2], within(0.002));
    }
  }

  @Test
  void theParallaxOfAHeadIsTheSineOfItsTurn() {
    assertThat(parallax(Matter.HEAD, 18, 0).x())
        .isCloseTo(Math.sin(Math.toRadians(18)), within(0.08));
    assertThat(parallax(Matter.HEAD, 0, -15).y())
        .isCloseTo(Math.sin(Math.toRadians(15)), within(0.08));
  }

  @Test
  void theParallaxOfAPrintIsNothing() {
    assertThat(parallax(Matter.PRINT, 18, 0).x()).isCloseTo(0, within(0.05));
    assertThat(parallax(Matter.PRINT, 0, -15).y()).isCloseTo(0, within(0.05));
  }

  @Test
  void landmarksThatLeaveTheCropGiveNoReference() {
    double[] xyz = new double[3 * Landmarks.COUNT];
    xyz[3 * Landmarks.LEFT_EYE_OUTER] = 1000;
    assertThat(Relief.of(new byte[64 * 64], new Landmarks(xyz), MadeUpHead.MEAN)).isNull();
  }

  private static Relief.Parallax parallax(Matter matter, double yaw, double pitch) {
    MadeUpHead frontal = MadeUpHead.FRONTAL.of(matter);
    MadeUpHead turned = frontal.turned(yaw, pitch);
    return relief(frontal.face(1).crop(), frontal.landmarks())
        .parallax(turned.face(2).crop(), turned.landmarks());
  }

  private static Relief relief(byte[] crop, Landmarks face) {
    return Objects.requireNonNull(Relief.of(crop, face, MadeUpHead.MEAN));
  }

  private static List<Row> rows() {
    try (InputStream in =
        Objects.requireNonNull(ReliefTest.class.getResourceAsStream("practice-head.json"))) {
      return List.of(JsonMapper.shared().readValue(in, Row[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
