package org.facedesk.desktop.controls;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.facedesk.core.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Screen buffers between the camera's thread and the UI thread. The camera's thread fills one while
 * another is shown and a third rests, because the renderer may still read the one shown last. A
 * filled buffer that was not shown in time is filled again: the newest frame wins.
 */
final class PreviewBuffers {
  /** One picture's screen pixels. The buffer must stay reachable as long as the image. */
  static final class Screen {
    private final IntBuffer argb;
    private final PixelBuffer<IntBuffer> pixels;
    private final WritableImage image;

    private Screen(int width, int height) {
      argb =
          ByteBuffer.allocateDirect(4 * width * height)
              .order(ByteOrder.nativeOrder())
              .asIntBuffer();
      pixels = new PixelBuffer<>(width, height, argb, PixelFormat.getIntArgbPreInstance());
      image = new WritableImage(pixels);
    }

    Image image() {
      return image;
    }

    private boolean fits(Frame frame) {
      return pixels.getWidth() == frame.width() && pixels.getHeight() == frame.height();
    }
  }

  private final AtomicReference<@Nullable Screen> filled = new AtomicReference<>();
  private final AtomicReference<@Nullable Screen> free = new AtomicReference<>();
  private @Nullable Screen shown;
  private volatile boolean veiled = true;

  /** Whether what is outside of the guide is darkened; it is at first. */
  void veil(boolean on) {
    veiled = on;
  }

  /**
   * Takes a frame in; on the camera's thread.
   *
   * @return whether the UI thread has to be told: false while it has not fetched the last one
   */
  boolean fill(Frame frame) {
    Screen spare = free.getAndSet(null);
    Screen target =
        spare != null && spare.fits(frame) ? spare : new Screen(frame.width(), frame.height());
    frame.copyArgb(target.argb);
    if (veiled) {
      GuideOval.of(frame.width(), frame.height()).veil(target.argb, frame.width(), frame.height());
    }
    Screen overtaken = filled.getAndSet(target);
    if (overtaken == null) {
      return true;
    }
    free.set(overtaken);
    return false;
  }

  /** The newest picture, ready to be drawn; on the UI thread. Null if nothing new came. */
  @Nullable Screen take() {
    Screen next = filled.getAndSet(null);
    if (next == null) {
      return null;
    }
    next.pixels.updateBuffer(buffer -> null);
    if (shown != null) {
      free.set(shown);
    }
    shown = next;
    return next;
  }
}
