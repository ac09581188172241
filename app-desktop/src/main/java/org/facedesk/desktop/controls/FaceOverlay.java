package org.facedesk.desktop.controls;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.engine.Point;
import org.jspecify.annotations.Nullable;

/**
 * The oval to look into, the face's outline and a ring around each eye. It covers exactly the
 * picture; where that is mirrored, image x becomes width − x.
 */
final class FaceOverlay extends Pane {
  private final Ellipse oval = new Ellipse();
  private final Polygon outline = new Polygon();
  private final Circle rightEye = new Circle();
  private final Circle leftEye = new Circle();
  private @Nullable FaceMarks marks;
  private boolean mirrored = true;

  FaceOverlay() {
    getStyleClass().add("face-overlay");
    setMouseTransparent(true);
    oval.getStyleClass().add("guide-oval");
    outline.getStyleClass().add("face-outline");
    rightEye.getStyleClass().add("eye-mark");
    leftEye.getStyleClass().add("eye-mark");
    for (Shape shape : List.of(oval, outline, rightEye, leftEye)) {
      shape.setManaged(false);
    }
    getChildren().addAll(outline, rightEye, leftEye, oval);
    guide(Tone.NEUTRAL);
    mark(null);
  }

  void mirror(boolean turned) {
    mirrored = turned;
    if (marks != null) {
      place(marks);
    }
  }

  void guide(Tone tone) {
    Tones.mark(oval, tone);
  }

  void mark(@Nullable FaceMarks newest) {
    marks = newest;
    for (Shape shape : List.of(outline, rightEye, leftEye)) {
      shape.setVisible(newest != null);
    }
    if (newest != null) {
      place(newest);
    }
  }

  @Override
  protected void layoutChildren() {
    if (getHeight() <= 0) {
      return;
    }
    GuideOval guide = GuideOval.of(getWidth(), getHeight());
    oval.setCenterX(guide.centreX());
    oval.setCenterY(guide.centreY());
    oval.setRadiusX(guide.radiusX());
    oval.setRadiusY(guide.radiusY());
    if (marks != null) {
      place(marks);
    }
  }

  private void place(FaceMarks face) {
    double scale = getWidth() / face.frameWidth();
    outline
        .getPoints()
        .setAll(
            face.outline().stream()
                .flatMap(p -> List.of(across(p, scale), p.y() * scale).stream())
                .toList());
    place(rightEye, face.rightEye(), scale, face.eyeRadius());
    place(leftEye, face.leftEye(), scale, face.eyeRadius());
  }

  private void place(Circle ring, Point eye, double scale, double radius) {
    ring.setCenterX(across(eye, scale));
    ring.setCenterY(eye.y() * scale);
    ring.setRadius(radius * scale);
  }

  private double across(Point point, double scale) {
    return mirrored ? getWidth() - point.x() * scale : point.x() * scale;
  }
}
