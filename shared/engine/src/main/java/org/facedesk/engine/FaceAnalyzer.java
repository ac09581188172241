package org.facedesk.engine;

import org.facedesk.core.Frame;

/**
 * Looks at pictures. One instance serves a whole process and any number of threads; each call
 * computes on the calling thread (never call it from a UI or I/O thread) and takes some ten
 * milliseconds.
 */
public interface FaceAnalyzer extends AutoCloseable {
  /**
   * Everything about a single picture: detection and two landmark passes, no memory of earlier
   * calls.
   */
  FrameAnalysis analyze(Frame frame);

  /**
   * Follows one person through the frames of one session, cheaper per frame than {@link #analyze}.
   */
  FaceTracker tracker();

  /**
   * The template of the face with these landmarks.
   *
   * @param mirrored averages with the mirror image's vector: one more pass, worth it for samples
   *     that are kept
   */
  Template embed(Frame frame, Landmarks landmarks, boolean mirrored);

  /** Id of the embedding model; templates of different models never meet. */
  String modelId();

  @Override
  void close();

  /** The memory of one session; used by one thread at a time. */
  interface FaceTracker {
    FrameAnalysis analyze(Frame frame);
  }
}
