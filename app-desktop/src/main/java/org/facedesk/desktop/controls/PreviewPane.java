package org.facedesk.desktop.controls;

import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import org.facedesk.core.Frame;
import org.facedesk.desktop.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * The camera's picture, mirrored so that people can find themselves in it, with the guide and the
 * face marks over it. {@link #show} is for any one thread; everything else is for the UI thread.
 */
public final class PreviewPane extends Region {
  private static final double CORNER = 12;

  private final PreviewBuffers buffers = new PreviewBuffers();
  private final ImageView picture = new ImageView();
  private final FaceOverlay overlay = new FaceOverlay();
  private final Rectangle clip = new Rectangle();

  /** What rounds the picture, clockwise from above left. */
  private final List<Path> corners = Stream.generate(PreviewPane::corner).limit(4).toList();

  public PreviewPane() {
    getStyleClass().add("preview-pane");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    // a right-to-left language mirrors the window, and must not mirror people a second time
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    picture.setScaleX(-1);
    picture.setSmooth(true);
    setClip(clip); // a rectangle: a clip of any other shape is drawn by way of a second picture
    getChildren().addAll(picture, overlay);
    for (Path corner : corners) {
      corner.getStyleClass().add("preview-corner");
      corner.setManaged(false);
      getChildren().add(corner);
    }
    setMinSize(320, 240);
  }

  /** Shows a frame as soon as the UI thread comes to it, or a newer one instead. */
  public void show(Frame frame) {
    if (buffers.fill(frame)) {
      Platform.runLater(this::swap);
    }
  }

  /** Takes the picture away. */
  public void clear() {
    picture.setImage(null);
    overlay.mark(null);
    requestLayout();
  }

  /** Whether the picture is turned like a mirror; it is at first. */
  public void mirror(boolean mirrored) {
    picture.setScaleX(mirrored ? -1 : 1);
    overlay.mirror(mirrored);
  }

  /** The picture alone, without guide and veil. */
  public void plain() {
    overlay.setOpacity(0);
    buffers.veil(false);
  }

  /** How the guide is meant now. */
  public void guide(Tone tone) {
    overlay.guide(tone);
  }

  /** The face's outline and eyes, or null for none. */
  public void mark(@Nullable FaceMarks marks) {
    overlay.mark(marks);
  }

  private static Path corner() {
    return new Path(
        new MoveTo(0, 0),
        new LineTo(CORNER, 0),
        new ArcTo(CORNER, CORNER, 0, 0, CORNER, false, false),
        new ClosePath());
  }

  private void swap() {
    PreviewBuffers.Screen newest = buffers.take();
    if (newest == null) {
      return;
    }
    Image before = picture.getImage();
    picture.setImage(newest.image());
    if (before == null
        || before.getWidth() != newest.image().getWidth()
        || before.getHeight() != newest.image().getHeight()) {
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    Image image = picture.getImage();
    overlay.setVisible(image != null);
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    for (int i = 0; i < corners.size(); i++) {
      corners.get(i).setRotate(90.0 * i);
      corners.get(i).setTranslateX(i == 1 || i == 2 ? getWidth() - CORNER : 0);
      corners.get(i).setTranslateY(i >= 2 ? getHeight() - CORNER : 0);
    }
    if (image == null) {
      return;
    }
    // the picture fills the pane; what overhangs is cut evenly, never the face in the middle
    double scale = Math.max(getWidth() / image.getWidth(), getHeight() / image.getHeight());
    scale =
        Math.min(
            scale, 1.25 * Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight()));
    double width = image.getWidth() * scale;
    double height = image.getHeight() * scale;
    double x = (getWidth() - width) / 2;
    double y = (getHeight() - height) / 2;
    // only what is seen: JavaFX draws what is under a picture that is larger than its pane
    double seenWidth = Math.min(width, getWidth());
    double seenHeight = Math.min(height, getHeight());
    picture.setViewport(
        new Rectangle2D(
            (width - seenWidth) / 2 / scale,
            (height - seenHeight) / 2 / scale,
            seenWidth / scale,
            seenHeight / scale));
    picture.setFitWidth(seenWidth);
    picture.setFitHeight(seenHeight);
    picture.relocate(Math.max(x, 0), Math.max(y, 0));
    overlay.resizeRelocate(x, y, width, height);
  }
}
