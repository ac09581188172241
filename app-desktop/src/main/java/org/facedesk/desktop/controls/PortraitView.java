package org.facedesk.desktop.controls;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.facedesk.core.Frame;
import org.facedesk.engine.Box;

/** A face cut out of a frame, as a picture with rounded corners. */
public final class PortraitView extends StackPane {
  private static final double ASPECT = 1.25;
  private static final double CORNER = 8;

  /**
   * @param face the face's box in the frame; hair and shoulders are added around it
   * @param width on the screen; the height follows
   * @param description what screen readers say
   */
  public PortraitView(Frame frame, Box face, double width, String description) {
    getStyleClass().add("portrait");
    IntBuffer argb = IntBuffer.allocate(frame.width() * frame.height());
    frame.copyArgb(argb);
    ImageView picture =
        new ImageView(
            new WritableImage(
                new PixelBuffer<>(
                    frame.width(), frame.height(), argb, PixelFormat.getIntArgbPreInstance())));
    picture.setViewport(around(face, frame.width(), frame.height()));
    picture.setFitWidth(width);
    picture.setFitHeight(width * ASPECT);
    picture.setSmooth(true);
    Rectangle clip = new Rectangle(width, width * ASPECT);
    clip.setArcWidth(2 * CORNER);
    clip.setArcHeight(2 * CORNER);
    picture.setClip(clip);
    getChildren().add(picture);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAccessibleText(description);
  }

  /** A portrait's rectangle around a face, moved and shrunk to lie within the frame. */
  static Rectangle2D around(Box face, int frameWidth, int frameHeight) {
    double width = Math.max(face.width() * 1.7, face.height() * 1.7 / ASPECT);
    width = Math.min(width, Math.min(frameWidth, frameHeight / ASPECT));
    double height = width * ASPECT;
    double x = Math.clamp(face.centreX() - width / 2, 0, frameWidth - width);
    double y = Math.clamp(face.centreY() - height * 0.52, 0, frameHeight - height);
    return new Rectangle2D(x, y, width, height);
  }
}
