package org.facedesk.faiss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.facedesk.faiss.bindings.FaissFunctions.METRIC_INNER_PRODUCT;
import static org.facedesk.faiss.bindings.FaissFunctions.METRIC_L2;
import static org.facedesk.faiss.bindings.FaissFunctions.as_hnsw;
import static org.facedesk.faiss.bindings.FaissFunctions.as_id_map2;
import static org.facedesk.faiss.bindings.FaissFunctions.as_ivf;
import static org.facedesk.faiss.bindings.FaissFunctions.clone_index;
import static org.facedesk.faiss.bindings.FaissFunctions.index_factory;
import static org.facedesk.faiss.bindings.FaissFunctions.read_index;
import static org.facedesk.faiss.bindings.FaissFunctions.write_index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.facedesk.faiss.bindings.FaissIndex;
import org.facedesk.faiss.bindings.IDSelectorBatch;
import org.facedesk.faiss.bindings.IndexFlatIP;
import org.facedesk.faiss.bindings.IndexIDMap2;
import org.facedesk.faiss.bindings.VectorIOReader;
import org.facedesk.faiss.bindings.VectorIOWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexTest {

  private static final Vectors VECTORS = Vectors.random(64, 2000);

  @BeforeAll
  static void load() {
    Faiss.load();
    Faiss.useThreads(1);
  }

  private static FaissIndex filled(String description) {
    FaissIndex index = index_factory(VECTORS.dimension(), description, METRIC_INNER_PRODUCT);
    if (!index.is_trained()) {
      index.train(VECTORS.count(), VECTORS.values());
    }
    index.add_with_ids(VECTORS.count(), VECTORS.values(), VECTORS.ids());
    probeEveryList(index);
    return index;
  }

  /** The setting is not in the file, so an index that was read needs it again. */
  private static void probeEveryList(FaissIndex index) {
    var ivf = as_ivf(index);
    if (ivf != null) {
      ivf.asIndexIVFInterface().nprobe(32);
    }
  }

  private static int selfHits(FaissIndex index) {
    int hits = 0;
    for (int i = 0; i < 50; i++) {
      if (Hits.of(index, VECTORS.vector(i), 5).best() == VECTORS.ids()[i]) {
        hits++;
      }
    }
    return hits;
  }

  @Nested
  class Every_kind_of_index {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "IDMap2,Flat",
          "IDMap2,HNSW32",
          "IVF32,Flat",
          "IDMap2,SQ8",
          "IDMap2,SQfp16",
          "IVF32,SQ8"
        })
    void finds_each_vector_it_was_given(String description) {
      try (FaissIndex index = filled(description)) {
        assertThat(index.ntotal()).isEqualTo(VECTORS.count());
        assertThat(selfHits(index)).isGreaterThanOrEqualTo(49);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"IDMap2,Flat", "IVF32,Flat", "IDMap2,SQ8", "IDMap2,SQfp16", "IVF32,PQ32x4np"})
    void forgets_what_is_removed(String description) {
      long[] ids = VECTORS.ids();
      try (FaissIndex index = filled(description);
          IDSelectorBatch some = new IDSelectorBatch(3, new long[] {ids[3], ids[7], 42})) {
        assertThat(index.remove_ids(some)).isEqualTo(2);

        assertThat(index.ntotal()).isEqualTo(VECTORS.count() - 2);
        assertThat(Hits.of(index, VECTORS.vector(3), 5).ids()).doesNotContain(ids[3], ids[7]);
        assertThat(Hits.of(index, VECTORS.vector(11), 1).best()).isEqualTo(ids[11]);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "IDMap2,Flat",
          "IDMap2,HNSW32",
          "IVF32,Flat",
          "IDMap2,SQ8",
          "IVF32,PQ32x4np",
          "IDMap2,SQfp16"
        })
    void answers_the_same_after_a_file_an_array_a_stream_and_a_copy(
        String description, @TempDir Path folder) throws IOException {
      Path file = folder.resolve("an index.faiss");
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      try (FaissIndex index = filled(description)) {
        write_index(index, file.toString());
        Faiss.write(index, stream);
        byte[] array = Faiss.toBytes(index);

        assertThat(array).isEqualTo(stream.toByteArray()).hasSize((int) Files.size(file));
        try (FaissIndex fromFile = read_index(file.toString());
            FaissIndex fromArray = Faiss.fromBytes(array);
            FaissIndex copy = clone_index(index)) {
          assertSameAnswers(index, fromFile);
          assertSameAnswers(index, fromArray);
          assertSameAnswers(index, copy);
        }
      }
    }

    private void assertSameAnswers(FaissIndex index, FaissIndex other) {
      probeEveryList(other);
      assertThat(other.ntotal()).isEqualTo(index.ntotal());
      for (int i = 0; i < 20; i++) {
        float[] query = VECTORS.vector(i * 7);
        assertThat(Hits.of(other, query, 5).sameAs(Hits.of(index, query, 5))).isTrue();
      }
    }
  }

  @Nested
  class An_exact_index {

    @Test
    void scores_by_inner_product() {
      try (FaissIndex index = filled("IDMap2,Flat")) {
        Hits hits = Hits.of(index, VECTORS.vector(0), 2);

        assertThat(hits.scores()[0]).isBetween(0.99999f, 1.00001f);
        assertThat(hits.scores()[1]).isLessThan(0.9f);
      }
    }

    @Test
    void scores_by_squared_distance() {
      try (FaissIndex index = index_factory(2, "IDMap2,Flat", METRIC_L2)) {
        index.add_with_ids(2, new float[] {0, 0, 3, 4}, new long[] {10, 20});

        Hits hits = Hits.of(index, new float[] {0, 0}, 2);

        assertThat(hits.ids()).containsExactly(10, 20);
        assertThat(hits.scores()).containsExactly(0, 25);
      }
    }

    @Test
    void fills_up_with_minus_one_where_there_is_nothing_more() {
      try (FaissIndex index = index_factory(2, "IDMap2,Flat", METRIC_L2)) {
        assertThat(Hits.of(index, new float[] {1, 0}, 2).ids()).containsExactly(-1, -1);
      }
    }

    @Test
    void finds_an_id_twice_that_was_added_twice() {
      try (FaissIndex index = index_factory(2, "IDMap2,Flat", METRIC_L2)) {
        index.add_with_ids(2, new float[] {0, 0, 3, 4}, new long[] {10, 10});

        assertThat(Hits.of(index, new float[] {0, 0}, 2).ids()).containsExactly(10, 10);
      }
    }

    @Test
    void gives_a_vector_back_by_its_id() {
      try (FaissIndex index = filled("IDMap2,Flat")) {
        float[] vector = new float[VECTORS.dimension()];

        index.reconstruct(VECTORS.ids()[5], vector);

        assertThat(vector).isEqualTo(VECTORS.vector(5));
      }
    }

    @Test
    void can_be_built_without_a_description() {
      try (IndexFlatIP flat = new IndexFlatIP(VECTORS.dimension());
          IndexIDMap2 index = new IndexIDMap2(flat)) {
        index.add_with_ids(VECTORS.count(), VECTORS.values(), VECTORS.ids());

        assertThat(Hits.of(index, VECTORS.vector(9), 1).best()).isEqualTo(VECTORS.ids()[9]);
      }
    }
  }

  @Nested
  class A_checked_cast {

    @Test
    void is_null_for_another_kind_of_index() {
      try (FaissIndex flat = index_factory(4, "IDMap2,Flat", METRIC_L2);
          FaissIndex graph = index_factory(4, "HNSW8", METRIC_L2)) {
        assertThat(as_id_map2(flat)).isNotNull();
        assertThat(as_ivf(flat)).isNull();
        assertThat(as_hnsw(flat)).isNull();
        assertThat(as_hnsw(graph)).isNotNull();
        assertThat(as_id_map2(graph)).isNull();
      }
    }
  }

  @Nested
  class The_buffers_of_faiss {

    @Test
    void carry_an_index_without_leaving_native_memory() {
      try (FaissIndex index = filled("IDMap2,Flat");
          VectorIOWriter writer = new VectorIOWriter();
          VectorIOReader reader = new VectorIOReader()) {
        write_index(index, writer);
        reader.data().put(writer.data());
        try (FaissIndex read = read_index(reader)) {
          assertThat(
                  Hits.of(read, VECTORS.vector(1), 5).sameAs(Hits.of(index, VECTORS.vector(1), 5)))
              .isTrue();
        }
      }
    }
  }

  @Nested
  class Failures_of_cpp {

    @Test
    void name_what_is_wrong_with_a_description() {
      assertThatThrownBy(() -> index_factory(8, "Nonsense77", METRIC_L2))
          .isExactlyInstanceOf(FaissException.class)
          .hasMessageContaining("could not parse index string Nonsense77");
    }

    @Test
    void name_the_missing_file() {
      assertThatThrownBy(() -> read_index("/nowhere/some.index"))
          .isExactlyInstanceOf(FaissException.class)
          .hasMessageContaining("/nowhere/some.index")
          .hasMessageContaining("No such file or directory");
    }

    @Test
    void tell_that_an_operation_is_not_for_this_kind_of_index() {
      try (IndexFlatIP index = new IndexFlatIP(2)) {
        assertThatThrownBy(() -> index.add_with_ids(1, new float[] {1, 0}, new long[] {1}))
            .isExactlyInstanceOf(FaissException.class)
            .hasMessageContaining("add_with_ids not implemented");
      }
    }

    @Test
    void tell_that_a_graph_cannot_remove() {
      try (FaissIndex index = filled("IDMap2,HNSW32");
          IDSelectorBatch one = new IDSelectorBatch(1, VECTORS.ids())) {
        assertThatThrownBy(() -> index.remove_ids(one))
            .isExactlyInstanceOf(FaissException.class)
            .hasMessageContaining("remove_ids not implemented");
      }
    }

    @Test
    void come_from_constructors_too() {
      try (IndexFlatIP filled = new IndexFlatIP(2)) {
        filled.add(1, new float[] {1, 0});

        assertThatThrownBy(() -> new IndexIDMap2(filled)).isExactlyInstanceOf(FaissException.class);
      }
    }

    @Test
    void say_where_in_faiss_but_not_on_which_computer_it_was_built() {
      assertThatThrownBy(() -> index_factory(8, "Nonsense77", METRIC_L2))
          .hasMessageContaining(" at faiss/index_factory.cpp:");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 40, 5000})
    void tell_of_a_file_that_ends_early(int length, @TempDir Path folder) throws IOException {
      Path file = folder.resolve("truncated.index");
      try (FaissIndex index = filled("IDMap2,Flat")) {
        Files.write(file, Arrays.copyOf(Faiss.toBytes(index), length));
      }

      assertThatThrownBy(() -> read_index(file.toString()))
          .isExactlyInstanceOf(FaissException.class)
          .hasMessageContaining("read error");
      byte[] bytes = Files.readAllBytes(file);
      assertThatThrownBy(() -> Faiss.fromBytes(bytes)).isExactlyInstanceOf(FaissException.class);
    }

    @Test
    void tell_of_bytes_that_are_no_index() {
      assertThatThrownBy(() -> Faiss.read(new ByteArrayInputStream(new byte[100])))
          .isExactlyInstanceOf(FaissException.class)
          .hasMessageContaining("not recognized");
    }
  }
}
