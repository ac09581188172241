package org.facedesk.gallery.faiss;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Seal;
import org.facedesk.faiss.FaissException;
import org.facedesk.gallery.Candidate;
import org.facedesk.gallery.Gallery;
import org.facedesk.gallery.GalleryEntry;
import org.facedesk.gallery.TemplateSource;
import org.facedesk.gallery.VectorIndex.Neighbour;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gallery in memory, with its snapshot on disk. */
public final class IndexedGallery implements Gallery {
  private static final Logger LOG = LoggerFactory.getLogger(IndexedGallery.class);
  private static final String FILE = "gallery.snapshot";
  private static final int BATCH = 1000;

  private final @Nullable SnapshotFile snapshot;
  private final TemplateSource source;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<Shelf, ExactIndex> indexes = new HashMap<>();
  private final Map<Long, Place> places = new HashMap<>();
  private boolean changed;

  /** One index: people who may be searched together, by one model. */
  private record Shelf(UUID gallery, String modelId, int dimension) {}

  private record Place(Shelf shelf, UUID subject) {}

  private IndexedGallery(@Nullable SnapshotFile snapshot, TemplateSource source) {
    this.snapshot = snapshot;
    this.source = source;
  }

  /**
   * Reads the snapshot and catches up with the store; a snapshot that cannot be used is made anew
   * from it.
   *
   * @param folder where the snapshot lies
   */
  public static IndexedGallery open(Path folder, Seal seal, TemplateSource source) {
    SnapshotFile file = new SnapshotFile(folder.resolve(FILE), seal);
    IndexedGallery gallery = new IndexedGallery(file, source);
    try {
      gallery.load(file);
    } catch (FacedeskException | FaissException e) {
      LOG.warn(
          "{}: the gallery's snapshot is broken and is rebuilt from the store",
          ErrorCode.SNAPSHOT_BROKEN,
          e);
      gallery.clear();
    }
    gallery.catchUp();
    return gallery;
  }

  /** One that writes no snapshots, for a store that is in memory itself. */
  public static IndexedGallery inMemory(TemplateSource source) {
    IndexedGallery gallery = new IndexedGallery(null, source);
    gallery.catchUp();
    return gallery;
  }

  private void load(SnapshotFile file) {
    for (SnapshotFile.Section section : file.read().orElse(List.of())) {
      Shelf shelf = new Shelf(section.gallery(), section.modelId(), section.dimension());
      ExactIndex index = ExactIndex.fromBytes(section.dimension(), section.index());
      indexes.put(shelf, index);
      if (index.size() != section.cards().size()) {
        throw new FacedeskException(
            ErrorCode.SNAPSHOT_BROKEN, "cards and vectors do not agree in number");
      }
      section
          .cards()
          .forEach(card -> places.put(card.templateId(), new Place(shelf, card.subject())));
    }
  }

  /**
   * Takes in what the store has and the index has not, and the other way round. With a shared store
   * other stations change it, too: call this now and then.
   */
  public void catchUp() {
    // what is put while the store is being read must not look as if it were gone
    Set<Long> known = read(() -> new HashSet<>(places.keySet()));
    Set<Long> wanted = new HashSet<>(source.ids());
    List<Long> gone = known.stream().filter(id -> !wanted.contains(id)).toList();
    List<Long> missing = wanted.stream().filter(id -> !known.contains(id)).sorted().toList();
    gone.forEach(this::remove);
    for (int from = 0; from < missing.size(); from += BATCH) {
      Collection<Long> batch = missing.subList(from, Math.min(from + BATCH, missing.size()));
      source.byIds(batch).forEach(this::put);
    }
    if (!gone.isEmpty() || !missing.isEmpty()) {
      LOG.info(
          "The gallery caught up with the store: {} added, {} removed",
          missing.size(),
          gone.size());
    }
  }

  @Override
  public void put(GalleryEntry entry) {
    Shelf shelf = new Shelf(entry.gallery(), entry.modelId(), entry.vector().length);
    alone(() -> {
      removeUnlocked(entry.templateId());
      indexes
          .computeIfAbsent(shelf, s -> new ExactIndex(s.dimension()))
          .add(entry.templateId(), entry.vector());
      places.put(entry.templateId(), new Place(shelf, entry.subject()));
      changed = true;
    });
  }

  @Override
  public void remove(long templateId) {
    alone(() -> removeUnlocked(templateId));
  }

  private void removeUnlocked(long templateId) {
    Place place = places.remove(templateId);
    if (place == null) {
      return;
    }
    ExactIndex index = indexes.get(place.shelf());
    if (index != null) {
      index.remove(templateId);
    }
    changed = true;
  }

  @Override
  public List<Candidate> search(UUID gallery, String modelId, float[] probe, int k) {
    return read(() -> searchUnlocked(new Shelf(gallery, modelId, probe.length), probe, k));
  }

  private List<Candidate> searchUnlocked(Shelf shelf, float[] probe, int k) {
    ExactIndex index = indexes.get(shelf);
    if (index == null) {
      return List.of();
    }
    // a person may have more than one template: look further until k people are found
    for (int reach = 2 * k; ; reach *= 2) {
      List<Neighbour> near = index.nearest(probe, reach);
      Map<UUID, Candidate> people = new LinkedHashMap<>();
      for (Neighbour neighbour : near) {
        Place place = places.get(neighbour.id());
        if (place != null) {
          people.putIfAbsent(
              place.subject(),
              new Candidate(place.subject(), neighbour.id(), neighbour.distance()));
        }
      }
      if (people.size() >= k || near.size() < reach) {
        return people.values().stream().limit(k).toList();
      }
    }
  }

  @Override
  public int subjects(UUID gallery) {
    return read(() ->
        (int)
            places.values().stream()
                .filter(place -> place.shelf().gallery().equals(gallery))
                .map(Place::subject)
                .distinct()
                .count());
  }

  @Override
  public long size() {
    return read(() -> (long) places.size());
  }

  @Override
  public void snapshot() {
    SnapshotFile file = snapshot;
    alone(() -> {
      if (!changed || file == null) {
        return;
      }
      Map<Shelf, List<SnapshotFile.Card>> cards = new HashMap<>();
      places.forEach((id, place) ->
          cards
              .computeIfAbsent(place.shelf(), shelf -> new ArrayList<>())
              .add(new SnapshotFile.Card(id, place.subject())));
      List<SnapshotFile.Section> sections = new ArrayList<>();
      indexes.forEach((shelf, index) ->
          sections.add(
              new SnapshotFile.Section(
                  shelf.gallery(),
                  shelf.modelId(),
                  shelf.dimension(),
                  cards.getOrDefault(shelf, List.of()),
                  index.toBytes())));
      file.write(sections);
      changed = false;
    });
  }

  @Override
  public void close() {
    try {
      snapshot();
    } finally {
      clear();
    }
  }

  private void clear() {
    alone(() -> {
      indexes.values().forEach(ExactIndex::close);
      indexes.clear();
      places.clear();
      changed = true;
    });
  }

  private <T> T read(Supplier<T> reader) {
    Lock reading = lock.readLock();
    reading.lock();
    try {
      return reader.get();
    } finally {
      reading.unlock();
    }
  }

  private void alone(Runnable change) {
    Lock writing = lock.writeLock();
    writing.lock();
    try {
      change.run();
    } finally {
      writing.unlock();
    }
  }
}
