package org.facedesk.desktop.controls;

import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
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

  public PreviewPane() {
    getStyleClass().add("preview-pane");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    // a right-to-left language mirrors the window, and must not mirror people a second time
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    picture.setScaleX(-1);
    picture.setSmooth(true);
    clip.setArcWidth(2 * CORNER);
    clip.setArcHeight(2 * CORNER);
    setClip(clip);
    getChildren().addAll(picture, overlay);
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
  }

  /** How the guide is meant now. */
  public void guide(Tone tone) {
    overlay.guide(tone);
  }

  /** The face's outline and eyes, or null for none. */
  public void mark(@Nullable FaceMarks marks) {
    overlay.mark(marks);
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
    picture.setViewport(new Rectangle2D(0, 0, image.getWidth(), image.getHeight()));
    picture.setFitWidth(width);
    picture.setFitHeight(height);
    picture.relocate(x, y);
    overlay.resizeRelocate(x, y, width, height);
  }
}
