package org.facedesk.gallery;

import java.util.List;

/**
 * Nearest neighbours among unit vectors of one dimension. Safe for many threads: searches run side
 * by side, a change excludes them.
 */
public interface VectorIndex extends AutoCloseable {
  /**
   * @param id not in the index yet; adding an id twice replaces its vector
   */
  void add(long id, float[] vector);

  /**
   * @return whether the id was there
   */
  boolean remove(long id);

  /** Nearest first, at most k, by Euclidean distance (0..2 for unit vectors). */
  List<Neighbour> nearest(float[] probe, int k);

  long size();

  /** The whole index as bytes, for a snapshot. */
  byte[] toBytes();

  @Override
  void close();

  record Neighbour(long id, double distance) {}
}
