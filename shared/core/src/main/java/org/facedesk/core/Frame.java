package org.facedesk.core;

import java.nio.IntBuffer;
import java.util.Objects;

/**
 * One picture, decoded once: 8-bit BGR, rows packed without padding, top row first.
 *
 * <p>Immutable by agreement: {@link #bgr()} hands out the array itself, because a copy at every
 * stage would cost more than the analysis of it; nobody may write to it after construction. Safe to
 * pass between threads.
 */
public final class Frame {
  private final int width;
  private final int height;
  private final byte[] bgr;
  private final long timestampMillis;

  /**
   * @param bgr exactly {@code 3 * width * height} bytes, handed over to the frame
   * @param timestampMillis when the picture was taken, on any clock that does not run backwards
   *     within one session
   * @throws IllegalArgumentException if the sizes do not agree
   */
  public Frame(int width, int height, byte[] bgr, long timestampMillis) {
    Objects.requireNonNull(bgr);
    if (width <= 0 || height <= 0 || (long) width * height * 3 != bgr.length) {
      throw new IllegalArgumentException(
          "a %d x %d frame cannot have %d bytes".formatted(width, height, bgr.length));
    }
    this.width = width;
    this.height = height;
    this.bgr = bgr;
    this.timestampMillis = timestampMillis;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The pixels themselves, blue first; read only by agreement. */
  public byte[] bgr() {
    return bgr;
  }

  /** Milliseconds on the clock of the frame's source. */
  public long timestampMillis() {
    return timestampMillis;
  }

  /** The same pixels (not copied) at another time. */
  public Frame at(long otherTimestampMillis) {
    return new Frame(width, height, bgr, otherTimestampMillis);
  }

  /**
   * Writes the picture as opaque ARGB, ready for a screen buffer, from the target's position 0.
   *
   * @param target at least {@code width * height} pixels; its position and limit are left alone
   */
  public void copyArgb(IntBuffer target) {
    int pixels = width * height;
    if (target.limit() < pixels) {
      throw new IllegalArgumentException("target too small for " + width + " x " + height);
    }
    for (int i = 0, p = 0; i < pixels; i++, p += 3) {
      int argb =
          0xFF000000 | (bgr[p + 2] & 0xFF) << 16 | (bgr[p + 1] & 0xFF) << 8 | (bgr[p] & 0xFF);
      target.put(i, argb);
    }
  }
}
