package org.facedesk.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Objects;
import java.util.function.Consumer;
import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Obstacle;
import org.facedesk.engine.ObstacleReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Obstacles painted over the portrait, seen through the whole engine. */
class ObstaclesOnPicturesTest {
  private static final int[] MASK = {
    197, 50, 234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288,
    361, 323, 454, 280
  };
  private static final int[] RIGHT_LENS = {70, 105, 107, 193, 114, 101, 50, 116, 35};
  private static final int[] LEFT_LENS = {300, 334, 336, 417, 343, 330, 280, 345, 265};
  private static final int[] BEARD = {
    132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 426, 327, 2,
    98, 206
  };
  private static final int[] LIPS = {
    61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185
  };
  private static final FrameAnalysis PORTRAIT = Engine.ANALYZER.analyze(Engine.portrait());
  private static final Landmarks POINTS = Objects.requireNonNull(PORTRAIT.face()).landmarks();

  @Test
  void aFreeFaceHasNone() {
    assertThat(PORTRAIT.obstacles().found()).isEmpty();
    assertThat(PORTRAIT.obstacles().assessed()).isTrue();
    assertThat(PORTRAIT.obstacles().strongest()).isLessThan(0.5);
  }

  @Test
  void handsAndHatsAreNeverAssessed() {
    assertThat(PORTRAIT.obstacles().notAssessed())
        .containsExactlyInAnyOrder(Obstacle.HAND, Obstacle.HAT);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x9CC4E4, 0xF2F2F2, 0x202024, 0x8A2030})
  void aMaskIsFound(int colour) {
    assertThat(painted(g -> fill(g, MASK, new Color(colour))).found())
        .containsExactly(Obstacle.MASK);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x101010, 0x2A1E14, 0x142018})
  void darkGlassesAreFound(int colour) {
    ObstacleReport report =
        painted(g -> {
          fill(g, RIGHT_LENS, new Color(colour));
          fill(g, LEFT_LENS, new Color(colour));
        });
    assertThat(report.found()).containsExactly(Obstacle.DARK_GLASSES);
  }

  @Test
  void clearSpectaclesAreNone() {
    ObstacleReport report =
        painted(g -> {
          g.setColor(new Color(0x181410));
          g.setStroke(new BasicStroke((float) (0.05 * POINTS.interEyeDistance())));
          g.drawPolygon(outline(RIGHT_LENS));
          g.drawPolygon(outline(LEFT_LENS));
        });
    assertThat(report.found()).isEmpty();
  }

  @Test
  void aBeardIsNone() {
    BufferedImage portrait = image(PORTRAIT.frame());
    ObstacleReport report =
        painted(g -> {
          fill(g, BEARD, new Color(0x2A1C16));
          g.setClip(outline(LIPS));
          g.drawImage(portrait, 0, 0, null);
        });
    assertThat(report.found()).isEmpty();
  }

  private static ObstacleReport painted(Consumer<Graphics2D> paint) {
    BufferedImage image = image(PORTRAIT.frame());
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    paint.accept(graphics);
    graphics.dispose();
    byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    FrameAnalysis analysis =
        Engine.ANALYZER.analyze(new Frame(image.getWidth(), image.getHeight(), bgr.clone(), 0));
    Face face = Objects.requireNonNull(analysis.face());
    assertThat(face.presence()).isGreaterThan(0.5);
    return analysis.obstacles();
  }

  private static void fill(Graphics2D graphics, int[] points, Color colour) {
    graphics.setColor(colour);
    graphics.fillPolygon(outline(points));
  }

  private static Polygon outline(int[] points) {
    Polygon outline = new Polygon();
    for (int i : points) {
      outline.addPoint((int) Math.round(POINTS.x(i)), (int) Math.round(POINTS.y(i)));
    }
    return outline;
  }

  private static BufferedImage image(Frame frame) {
    BufferedImage image =
        new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_3BYTE_BGR);
    image.getRaster().setDataElements(0, 0, frame.width(), frame.height(), frame.bgr().clone());
    return image;
  }
}
