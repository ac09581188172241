package org.facedesk.gallery;

import java.util.List;
import java.util.UUID;

/**
 * The index over all enrolled templates, kept in step with the store (which is the truth; this is
 * derived). Safe for many threads.
 */
public interface Gallery extends AutoCloseable {
  /** Adds, or replaces the template with the same id. */
  void put(GalleryEntry entry);

  /** Takes a template out; nothing happens if it is not there. */
  void remove(long templateId);

  /** The nearest people of one group, each once, nearest first. */
  List<Candidate> search(UUID gallery, String modelId, float[] probe, int k);

  /** How many people can be found in one group. */
  int subjects(UUID gallery);

  /** How many templates there are in all groups. */
  long size();

  /** Writes a snapshot if anything changed since the last one. */
  void snapshot();

  /** Writes a snapshot and frees the index. */
  @Override
  void close();
}
