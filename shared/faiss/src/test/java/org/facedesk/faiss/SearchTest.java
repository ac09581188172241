package org.facedesk.faiss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.faiss.bindings.FaissFunctions.METRIC_L2;
import static org.facedesk.faiss.bindings.FaissFunctions.as_hnsw;
import static org.facedesk.faiss.bindings.FaissFunctions.index_factory;
import static org.facedesk.faiss.bindings.FaissFunctions.set_ef_construction;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.facedesk.faiss.bindings.FaissIndex;
import org.facedesk.faiss.bindings.IDSelector;
import org.facedesk.faiss.bindings.IDSelectorAll;
import org.facedesk.faiss.bindings.IDSelectorAnd;
import org.facedesk.faiss.bindings.IDSelectorArray;
import org.facedesk.faiss.bindings.IDSelectorBatch;
import org.facedesk.faiss.bindings.IDSelectorBitmap;
import org.facedesk.faiss.bindings.IDSelectorNot;
import org.facedesk.faiss.bindings.IDSelectorOr;
import org.facedesk.faiss.bindings.IDSelectorRange;
import org.facedesk.faiss.bindings.IDSelectorXOr;
import org.facedesk.faiss.bindings.RangeSearchResult;
import org.facedesk.faiss.bindings.SearchParameters;
import org.facedesk.faiss.bindings.SearchParametersHNSW;
import org.facedesk.faiss.bindings.SearchParametersIVF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

  @BeforeAll
  static void load() {
    Faiss.load();
    Faiss.useThreads(1);
  }

  /** Ten points on a line, at 0, 1, 2 … 9, with the ids 0 … 9. */
  private static FaissIndex line(String description) {
    FaissIndex index = index_factory(1, description, METRIC_L2);
    float[] values = new float[10];
    long[] ids = new long[10];
    for (int i = 0; i < 10; i++) {
      values[i] = i;
      ids[i] = i;
    }
    index.add_with_ids(10, values, ids);
    return index;
  }

  @Nested
  class A_selector {

    private long[] nearestToZero(SearchParameters parameters, IDSelector selector) {
      try (FaissIndex index = line("IDMap2,Flat")) {
        return Hits.of(index, new float[] {0}, 3, parameters.sel(selector)).ids();
      }
    }

    private long[] nearestToZero(IDSelector selector) {
      try (SearchParameters parameters = new SearchParameters()) {
        return nearestToZero(parameters, selector);
      }
    }

    @Test
    void of_all_leaves_nothing_out() {
      try (IDSelectorAll all = new IDSelectorAll()) {
        assertThat(nearestToZero(all)).containsExactly(0, 1, 2);
      }
    }

    @Test
    void of_a_batch_keeps_its_ids() {
      try (IDSelectorBatch batch = new IDSelectorBatch(2, new long[] {4, 8})) {
        assertThat(nearestToZero(batch)).containsExactly(4, 8, -1);
      }
    }

    @Test
    void of_an_array_keeps_its_ids() {
      try (LongPointer ids = new LongPointer(7, 5);
          IDSelectorArray array = new IDSelectorArray(2, ids)) {
        assertThat(nearestToZero(array)).containsExactly(5, 7, -1);
      }
    }

    @Test
    void of_a_bitmap_keeps_the_ids_of_its_bits() {
      try (BytePointer bits = new BytePointer((byte) 0b0010_0100, (byte) 0b10);
          IDSelectorBitmap bitmap = new IDSelectorBitmap(2, bits)) {
        assertThat(nearestToZero(bitmap)).containsExactly(2, 5, 9);
      }
    }

    @Test
    void of_a_range_ends_before_its_second_bound() {
      try (IDSelectorRange range = new IDSelectorRange(3, 5)) {
        assertThat(nearestToZero(range)).containsExactly(3, 4, -1);
      }
    }

    @Test
    void of_not_leaves_out_what_another_selects() {
      try (IDSelectorBatch gone = new IDSelectorBatch(2, new long[] {0, 2});
          IDSelectorNot others = new IDSelectorNot(gone)) {
        assertThat(nearestToZero(others)).containsExactly(1, 3, 4);
      }
    }

    @Test
    void of_and_or_and_xor_combine_two() {
      try (IDSelectorRange low = new IDSelectorRange(1, 4);
          IDSelectorRange high = new IDSelectorRange(3, 6);
          IDSelectorAnd and = new IDSelectorAnd(low, high);
          IDSelectorOr or = new IDSelectorOr(low, high);
          IDSelectorXOr xor = new IDSelectorXOr(low, high)) {
        assertThat(nearestToZero(and)).containsExactly(3, -1, -1);
        assertThat(nearestToZero(or)).containsExactly(1, 2, 3);
        assertThat(nearestToZero(xor)).containsExactly(1, 2, 4);
      }
    }
  }

  @Nested
  class Parameters_of_one_call {

    private static final Vectors VECTORS = Vectors.random(32, 4000);

    @Test
    void look_into_more_lists_of_an_inverted_file() {
      try (FaissIndex index = trained("IVF64,Flat");
          SearchParametersIVF one = new SearchParametersIVF();
          SearchParametersIVF all = new SearchParametersIVF()) {
        one.nprobe(1);
        all.nprobe(64);

        assertThat(agreementWithExact(index, one)).isLessThan(0.7);
        assertThat(agreementWithExact(index, all)).isEqualTo(1.0);
      }
    }

    @Test
    void search_wider_in_a_graph() {
      try (FaissIndex index = index_factory(VECTORS.dimension(), "HNSW4", METRIC_L2);
          SearchParametersHNSW narrow = new SearchParametersHNSW();
          SearchParametersHNSW wide = new SearchParametersHNSW()) {
        set_ef_construction(as_hnsw(index), 40);
        index.add(VECTORS.count(), VECTORS.values());
        narrow.efSearch(1);
        wide.efSearch(512);

        assertThat(agreementWithExact(index, wide)).isGreaterThan(0.95);
        assertThat(agreementWithExact(index, narrow)).isLessThan(agreementWithExact(index, wide));
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IDMap2,HNSW8", "IDMap2,Flat"})
    void hide_tombstones(String description) {
      try (FaissIndex index = line(description);
          IDSelectorBatch tombstones = new IDSelectorBatch(2, new long[] {0, 1});
          IDSelectorNot living = new IDSelectorNot(tombstones);
          SearchParametersHNSW graph = new SearchParametersHNSW();
          SearchParameters plain = new SearchParameters()) {
        SearchParameters parameters = description.contains("HNSW") ? graph : plain;
        parameters.sel(living);

        assertThat(Hits.of(index, new float[] {0}, 2, parameters).ids()).containsExactly(2, 3);
      }
    }

    @Test
    void select_within_an_inverted_file() {
      try (FaissIndex index = trained("IVF64,Flat");
          IDSelectorRange first = new IDSelectorRange(0, 100);
          SearchParametersIVF parameters = new SearchParametersIVF()) {
        parameters.nprobe(64).sel(first);

        assertThat(LongStream.of(Hits.of(index, VECTORS.vector(3000), 5, parameters).ids()).boxed())
            .allMatch(id -> id >= 0 && id < 100);
      }
    }

    private FaissIndex trained(String description) {
      FaissIndex index = index_factory(VECTORS.dimension(), description, METRIC_L2);
      index.train(VECTORS.count(), VECTORS.values());
      index.add(VECTORS.count(), VECTORS.values());
      return index;
    }

    /** How often the second best is the true one; the best is the query itself. */
    private double agreementWithExact(FaissIndex index, SearchParameters parameters) {
      try (FaissIndex exact = index_factory(VECTORS.dimension(), "Flat", METRIC_L2)) {
        exact.add(VECTORS.count(), VECTORS.values());
        return IntStream.range(0, 100)
                .filter(i ->
                    Hits.of(index, VECTORS.vector(i), 2, parameters).ids()[1]
                        == Hits.of(exact, VECTORS.vector(i), 2).ids()[1])
                .count()
            / 100.0;
      }
    }
  }

  @Nested
  class A_range_search {

    @ParameterizedTest
    @ValueSource(strings = {"IDMap2,Flat", "IDMap2,HNSW8"})
    void returns_all_within_the_radius(String description) {
      try (FaissIndex index = line(description);
          RangeSearchResult result = new RangeSearchResult(2)) {
        index.range_search(2, new float[] {0, 5}, 4.5f, result);

        // of query i: from lims[i] up to lims[i + 1]
        assertThat(result.lims().get(1)).isEqualTo(3);
        assertThat(result.lims().get(2)).isEqualTo(8);
        long[] found = new long[8];
        result.labels().get(found);
        assertThat(found).startsWith(0, 1, 2).contains(3, 4, 5, 6, 7);
        assertThat(result.distances().get(2)).isEqualTo(4);
      }
    }
  }

  @Nested
  class Many_threads {

    @Test
    void search_one_index_at_once_and_get_the_same_answers() throws Exception {
      Vectors vectors = Vectors.random(32, 2000);
      try (FaissIndex index = index_factory(vectors.dimension(), "IDMap2,Flat", METRIC_L2);
          ExecutorService pool = Executors.newFixedThreadPool(4)) {
        index.add_with_ids(vectors.count(), vectors.values(), vectors.ids());
        List<Future<Boolean>> answers =
            IntStream.range(0, 400)
                .mapToObj(i -> pool.submit(() -> findsItself(index, vectors, i)))
                .toList();

        for (Future<Boolean> answer : answers) {
          assertThat(answer.get()).isTrue();
        }
      }
    }

    private boolean findsItself(FaissIndex index, Vectors vectors, int i) {
      Faiss.useThreads(1);
      return Hits.of(index, vectors.vector(i), 3).best() == vectors.ids()[i];
    }
  }
}
