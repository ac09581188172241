package org.facedesk.gallery.faiss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.facedesk.gallery.Candidate;
import org.facedesk.gallery.GalleryEntry;
import org.facedesk.gallery.TemplateSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexedGalleryTest {
  private static final String MODEL = "model";
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  @TempDir private Path folder;
  private final Random random = new Random(7);
  private final People people = new People();

  /** What the store holds. */
  private static final class People implements TemplateSource {
    private final Map<Long, GalleryEntry> entries = new TreeMap<>();
    private int opened;

    @Override
    public List<Long> ids() {
      return List.copyOf(entries.keySet());
    }

    @Override
    public List<GalleryEntry> byIds(Collection<Long> ids) {
      opened += ids.size();
      return ids.stream().map(entries::get).filter(Objects::nonNull).toList();
    }
  }

  private IndexedGallery open() {
    return IndexedGallery.open(folder, new PlainSeal(), people);
  }

  private GalleryEntry person(long id, UUID group) {
    GalleryEntry entry = new GalleryEntry(id, group, new UUID(9, id), MODEL, unit());
    people.entries.put(id, entry);
    return entry;
  }

  private float[] unit() {
    float[] vector = new float[128];
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
      sum += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(sum);
    }
    return vector;
  }

  @Test
  void findsThePersonAndHowFarTheNextOneIs() {
    GalleryEntry ada = person(1, ONE);
    GalleryEntry bob = person(2, ONE);
    try (IndexedGallery gallery = open()) {
      List<Candidate> found = gallery.search(ONE, MODEL, ada.vector(), 2);

      assertThat(found)
          .extracting(Candidate::subject)
          .containsExactly(ada.subject(), bob.subject());
      assertThat(found.getFirst().distance()).isCloseTo(0, within(1e-3));
      assertThat(found.getLast().distance()).isBetween(1.0, 1.8);
    }
  }

  @Test
  void groupsAndModelsDoNotSeeEachOther() {
    GalleryEntry ada = person(1, ONE);
    try (IndexedGallery gallery = open()) {
      assertThat(gallery.search(TWO, MODEL, ada.vector(), 1)).isEmpty();
      assertThat(gallery.search(ONE, "another", ada.vector(), 1)).isEmpty();
      assertThat(gallery.subjects(TWO)).isZero();
      assertThat(gallery.subjects(ONE)).isEqualTo(1);
    }
  }

  @Test
  void aPersonWithSeveralTemplatesIsNamedOnce() {
    UUID subject = new UUID(3, 3);
    float[] face = unit();
    for (long id = 1; id <= 5; id++) {
      people.entries.put(id, new GalleryEntry(id, ONE, subject, MODEL, face));
    }
    GalleryEntry other = person(6, ONE);
    try (IndexedGallery gallery = open()) {
      assertThat(gallery.search(ONE, MODEL, face, 2))
          .extracting(Candidate::subject)
          .containsExactly(subject, other.subject());
    }
  }

  @Test
  void oneInMemorySearchesTheSameAndWritesNothing() throws IOException {
    GalleryEntry ada = person(1, ONE);
    try (IndexedGallery gallery = IndexedGallery.inMemory(people)) {
      assertThat(gallery.search(ONE, MODEL, ada.vector(), 1))
          .extracting(Candidate::subject)
          .containsExactly(ada.subject());
      gallery.snapshot();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void itsSnapshotIsForItsOwnerAlone() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    person(1, ONE);
    open().close();
    Path file = folder.resolve("gallery.snapshot");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whoWasRemovedIsNotFound() {
    GalleryEntry ada = person(1, ONE);
    try (IndexedGallery gallery = open()) {
      gallery.remove(1);
      gallery.remove(1);

      assertThat(gallery.search(ONE, MODEL, ada.vector(), 1)).isEmpty();
      assertThat(gallery.size()).isZero();
    }
  }

  @Test
  void aTemplatePutTwiceIsThereOnce() {
    GalleryEntry ada = person(1, ONE);
    try (IndexedGallery gallery = open()) {
      gallery.put(ada);

      assertThat(gallery.size()).isEqualTo(1);
      assertThat(gallery.search(ONE, MODEL, ada.vector(), 5)).hasSize(1);
    }
  }

  @Nested
  class AfterARestart {
    @Test
    void theSnapshotSavesOpeningTheTemplates() {
      GalleryEntry ada = person(1, ONE);
      open().close();
      int opened = people.opened;

      try (IndexedGallery again = open()) {
        assertThat(again.search(ONE, MODEL, ada.vector(), 1)).hasSize(1);
        assertThat(people.opened).isEqualTo(opened);
      }
    }

    @Test
    void theIndexCatchesUpWithTheStore() {
      GalleryEntry ada = person(1, ONE);
      person(2, ONE);
      open().close();
      people.entries.remove(2L);
      GalleryEntry eve = person(3, ONE);

      try (IndexedGallery again = open()) {
        assertThat(again.search(ONE, MODEL, ada.vector(), 5))
            .extracting(Candidate::templateId)
            .containsExactlyInAnyOrder(ada.templateId(), eve.templateId());
      }
    }

    @Test
    void aBrokenSnapshotIsRebuilt() throws IOException {
      GalleryEntry ada = person(1, ONE);
      open().close();
      Path file = folder.resolve("gallery.snapshot");
      byte[] bytes = Files.readAllBytes(file);
      for (byte[] broken :
          List.of(
              new byte[0],
              java.util.Arrays.copyOf(bytes, bytes.length / 2),
              flipped(bytes, bytes.length - 9))) {
        Files.write(file, broken);
        try (IndexedGallery again = open()) {
          assertThat(again.search(ONE, MODEL, ada.vector(), 1))
              .extracting(Candidate::templateId)
              .containsExactly(1L);
        }
      }
    }

    private static byte[] flipped(byte[] bytes, int at) {
      byte[] copy = bytes.clone();
      copy[at] ^= 1;
      return copy;
    }
  }

  @Test
  void searchesRunBesideChanges() throws InterruptedException {
    GalleryEntry ada = person(1, ONE);
    try (IndexedGallery gallery = open()) {
      Thread writer =
          Thread.ofVirtual()
              .start(() -> {
                Random own = new Random(1);
                for (long id = 100; id < 400; id++) {
                  float[] vector = new float[128];
                  vector[own.nextInt(128)] = 1;
                  gallery.put(new GalleryEntry(id, ONE, new UUID(5, id), MODEL, vector));
                  gallery.remove(id - 3);
                }
              });
      for (int i = 0; i < 300; i++) {
        assertThat(gallery.search(ONE, MODEL, ada.vector(), 1))
            .extracting(Candidate::subject)
            .containsExactly(ada.subject());
      }
      writer.join();
      assertThat(gallery.size()).isEqualTo(4);
    }
  }
}
