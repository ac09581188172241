package org.facedesk.server;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.facedesk.gallery.Candidate;
import org.facedesk.gallery.Gallery;
import org.facedesk.gallery.GalleryEntry;

/** A gallery without an index: looks at everyone. */
public final class MemoryGallery implements Gallery {
  private final Map<Long, GalleryEntry> entries = new ConcurrentHashMap<>();

  @Override
  public void put(GalleryEntry entry) {
    entries.put(entry.templateId(), entry);
  }

  @Override
  public void remove(long templateId) {
    entries.remove(templateId);
  }

  @Override
  public List<Candidate> search(UUID gallery, String modelId, float[] probe, int k) {
    return entries.values().stream()
        .filter(entry -> entry.gallery().equals(gallery) && entry.modelId().equals(modelId))
        .map(entry ->
            new Candidate(entry.subject(), entry.templateId(), distance(entry.vector(), probe)))
        .sorted(Comparator.comparingDouble(Candidate::distance))
        .limit(k)
        .toList();
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  @Override
  public int subjects(UUID gallery) {
    return (int)
        entries.values().stream()
            .filter(entry -> entry.gallery().equals(gallery))
            .map(GalleryEntry::subject)
            .distinct()
            .count();
  }

  @Override
  public long size() {
    return entries.size();
  }

  @Override
  public void snapshot() {}

  @Override
  public void close() {}
}
