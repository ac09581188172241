package org.facedesk.engine.torch;

/**
 * What a sender may make the station decode.
 *
 * @param maxBytes of the file
 * @param maxPixels width times height, as the header says before anything is decoded
 * @param maxScans of a progressive JPEG: each is a pass over the whole picture, and a few bytes are
 *     enough to ask for one
 */
public record ImageLimits(int maxBytes, int maxPixels, int maxScans) {
  /** 1 MiB and 4 megapixels; an ordinary progressive JPEG has ten scans. */
  public static final ImageLimits REMOTE = new ImageLimits(1 << 20, 4_000_000, 50);

  /** For files that an operator chose on this computer. */
  public static final ImageLimits LOCAL = new ImageLimits(64 << 20, 64_000_000, 100);
}
