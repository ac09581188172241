package org.facedesk.enroll;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the best frames of a capture, far enough apart in time that fusing them gains something:
 * neighbours in a video are nearly the same picture. Not thread-safe.
 *
 * <p>Time is cut into slots of the spacing; each slot keeps its best frame, and any two frames
 * handed out are at least the spacing apart. Memory is bounded by keeping the best slots only.
 */
final class SampleSelector {
  private static final int SPARE_SLOTS = 4;

  private final int wanted;
  private final long spacingMillis;
  private final List<Sample> kept = new ArrayList<>();

  SampleSelector(int wanted, long spacingMillis) {
    this.wanted = wanted;
    this.spacingMillis = spacingMillis;
  }

  /**
   * @return whether the frame was kept (for now)
   */
  boolean offer(Sample sample) {
    List<Sample> near = kept.stream().filter(other -> tooClose(other, sample)).toList();
    if (near.stream().anyMatch(other -> other.quality() >= sample.quality())) {
      return false;
    }
    kept.removeAll(near);
    kept.add(sample);
    if (kept.size() > wanted + SPARE_SLOTS) {
      kept.remove(kept.stream().min(Comparator.comparingDouble(Sample::quality)).orElseThrow());
    }
    return kept.contains(sample);
  }

  /** How many samples could be handed out now, at most the number wanted. */
  int count() {
    return Math.min(kept.size(), wanted);
  }

  boolean complete() {
    return kept.size() >= wanted;
  }

  /** The best ones in order of time; as many as wanted if there are. */
  List<Sample> best() {
    return kept.stream()
        .sorted(Comparator.comparingDouble(Sample::quality).reversed())
        .limit(wanted)
        .sorted(Comparator.comparingLong(Sample::timestampMillis))
        .toList();
  }

  void drop(Sample sample) {
    kept.remove(sample);
  }

  /** Forgets all but these. */
  void keepOnly(List<Sample> samples) {
    kept.retainAll(samples);
  }

  void clear() {
    kept.clear();
  }

  private boolean tooClose(Sample a, Sample b) {
    return Math.abs(a.timestampMillis() - b.timestampMillis()) < spacingMillis;
  }
}
