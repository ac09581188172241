package org.facedesk.engine.liveness;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32C;
import org.facedesk.core.Frame;
import org.facedesk.engine.Face;

/**
 * Whether frames differ as a sensor and a person make them differ.
 *
 * <p>Three things give a fed-in picture away: pixels that are exactly those of an earlier frame; a
 * sharpness that does not change; and faces that come back closer to a face of half a second and
 * more ago than to the one just before, which living faces do not do (0–16 % of frames in any three
 * seconds of ten people, loops of two seconds 53–79 %).
 */
final class Variation {
  /** What a frame is to the frames before. */
  enum Kind {
    /** A picture not seen before. */
    NEW,
    /** Pixel for pixel the frame before: no evidence of anything. */
    REPEATED
  }

  /** Two seconds: a shorter loop has shown itself by then. */
  private static final int LEAST_FRAMES = 20;

  /** Frames between a face and the earlier ones it is compared with. */
  private static final int APART = 5;

  /** Bounds memory and time in long sessions. */
  private static final int REMEMBERED = 240;

  /** Distance to an earlier face over the distance to the face before. */
  private static final double RECURS = 0.5;

  private static final double COPIES = 0.3;
  private static final double MOST_RECURRING = 0.30;
  private static final double LOOP_SHARE = 0.35;
  private static final int LOOP_COPIES = 12;

  /** Standard deviation of the sharpness over its mean. */
  private static final double LEAST_SHARPNESS_CHANGE = 0.015;

  private static final int FROZEN_FRAMES = 15;
  private static final int SAME_PIXELS_AGAIN = 3;

  private final ArrayDeque<double[]> faces = new ArrayDeque<>();
  private final Set<Long> fingerprints = new HashSet<>();
  private final Spread sharpness = new Spread();
  private long previous = -1;
  private int repeats;
  private int seenAgain;
  private int judged;
  private int recurring;
  private int copies;

  /** Takes a frame with a face in. */
  Kind accept(Frame frame, Face face) {
    long fingerprint = fingerprint(frame);
    if (fingerprint == previous) {
      repeats++;
      return Kind.REPEATED;
    }
    if (repeats < FROZEN_FRAMES) {
      repeats = 0;
    }
    if (!fingerprints.add(fingerprint)) {
      seenAgain++;
    }
    previous = fingerprint;
    double[] grey = centred(face.crop());
    compare(grey);
    sharpness.add(sharpness(grey));
    faces.addLast(grey);
    if (faces.size() > REMEMBERED) {
      faces.removeFirst();
    }
    return Kind.NEW;
  }

  /** Enough was seen, and it varied. */
  boolean varied() {
    return sharpness.count() >= LEAST_FRAMES
        && sharpness.deviation() >= LEAST_SHARPNESS_CHANGE * sharpness.mean()
        && recurring <= MOST_RECURRING * judged;
  }

  /** Frozen for a second and more, or running in a loop. */
  boolean replayed() {
    return repeats >= FROZEN_FRAMES
        || seenAgain >= SAME_PIXELS_AGAIN
        || (copies >= LOOP_COPIES && copies >= LOOP_SHARE * judged);
  }

  private void compare(double[] grey) {
    if (faces.size() < APART) {
      return;
    }
    double step = distance(grey, faces.getLast(), Double.MAX_VALUE);
    // how far those are that lie beyond it is not asked for
    double nearest = RECURS * step;
    int candidates = faces.size() - APART + 1;
    for (double[] earlier : faces) {
      if (candidates-- == 0) {
        break;
      }
      nearest = Math.min(nearest, distance(grey, earlier, nearest));
    }
    judged++;
    recurring += nearest < RECURS * step ? 1 : 0;
    copies += nearest < COPIES * step ? 1 : 0;
  }

  private static long fingerprint(Frame frame) {
    CRC32C crc = new CRC32C();
    crc.update(frame.bgr());
    return crc.getValue();
  }

  /** Grey levels around their mean, so that a lamp switched on is no other face. */
  private static double[] centred(byte[] crop) {
    double[] grey = new double[crop.length];
    double mean = 0;
    for (int i = 0; i < crop.length; i++) {
      grey[i] = crop[i] & 0xFF;
      mean += grey[i] / crop.length;
    }
    for (int i = 0; i < crop.length; i++) {
      grey[i] -= mean;
    }
    return grey;
  }

  /** Mean absolute difference, or, once it is sure to exceed the limit, something above that. */
  private static double distance(double[] a, double[] b, double limit) {
    double sum = 0;
    for (int row = 0; row < a.length && sum / a.length <= limit; row += Face.CROP_SIZE) {
      for (int i = row; i < row + Face.CROP_SIZE; i++) {
        sum += Math.abs(a[i] - b[i]);
      }
    }
    return sum / a.length;
  }

  /** Mean absolute Laplacian. */
  private static double sharpness(double[] grey) {
    int n = Face.CROP_SIZE;
    double sum = 0;
    for (int y = 1; y < n - 1; y++) {
      for (int x = 1; x < n - 1; x++) {
        int i = y * n + x;
        sum += Math.abs(4 * grey[i] - grey[i - 1] - grey[i + 1] - grey[i - n] - grey[i + n]);
      }
    }
    return sum / ((n - 2) * (n - 2));
  }

  /** Mean and standard deviation of what was added (Welford 1962). */
  private static final class Spread {
    private int count;
    private double mean;
    private double squares;

    void add(double value) {
      count++;
      double off = value - mean;
      mean += off / count;
      squares += off * (value - mean);
    }

    int count() {
      return count;
    }

    double mean() {
      return mean;
    }

    double deviation() {
      return count == 0 ? 0 : Math.sqrt(squares / count);
    }
  }
}
