package org.facedesk.capture.camera;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.facedesk.core.Frame;
import org.jspecify.annotations.Nullable;

/**
 * One device or address, as webcam-capture sees it. Calls come from the camera's own thread; only
 * {@link #close} may also come from webcam-capture's shutdown hook, and then gives up rather than
 * touch a device that is being read.
 */
final class JavaCvDevice implements WebcamDevice {
  /** The size wished for, and the one every camera has. */
  static final Dimension HD = new Dimension(1280, 720);

  static final Dimension VGA = new Dimension(640, 480);

  private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);
  private static final int[] BGR = {2, 1, 0};

  private final String name;
  private final Function<Dimension, PictureReader> opening;
  private final ReentrantLock inUse = new ReentrantLock();
  private volatile @Nullable PictureReader reader;
  private Dimension size = HD;

  /**
   * @param opening opens it at about this size
   */
  JavaCvDevice(String name, Function<Dimension, PictureReader> opening) {
    this.name = name;
    this.opening = opening;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Dimension[] getResolutions() {
    return new Dimension[] {new Dimension(HD), new Dimension(VGA)};
  }

  /** The size wished for until the first picture, then the size of the last one. */
  @Override
  public Dimension getResolution() {
    return new Dimension(size);
  }

  @Override
  public void setResolution(Dimension wish) {
    size = new Dimension(wish);
  }

  @Override
  public void open() {
    inUse.lock();
    try {
      if (reader == null) {
        reader = opening.apply(getResolution());
      }
    } finally {
      inUse.unlock();
    }
  }

  /** The next picture, in {@link BufferedImage#TYPE_3BYTE_BGR}, its bytes not shared. */
  @Override
  public BufferedImage getImage() {
    inUse.lock();
    try {
      PictureReader open = reader;
      if (open == null) {
        throw new WebcamException(name + " is not open");
      }
      Frame frame = open.read();
      size = new Dimension(frame.width(), frame.height());
      return image(frame);
    } finally {
      inUse.unlock();
    }
  }

  private static BufferedImage image(Frame frame) {
    DataBufferByte bytes = new DataBufferByte(frame.bgr(), frame.bgr().length);
    WritableRaster raster =
        Raster.createInterleavedRaster(
            bytes, frame.width(), frame.height(), 3 * frame.width(), 3, BGR, new Point(0, 0));
    ComponentColorModel model =
        new ComponentColorModel(
            SRGB, false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
    return new BufferedImage(model, raster, false, null);
  }

  @Override
  public void close() {
    try {
      if (!inUse.tryLock(500, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      PictureReader open = reader;
      if (open != null) {
        reader = null;
        open.close();
      }
    } finally {
      inUse.unlock();
    }
  }

  @Override
  public void dispose() {
    close();
  }

  @Override
  public boolean isOpen() {
    return reader != null;
  }
}
