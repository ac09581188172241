package org.facedesk.faiss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.faiss.bindings.FaissFunctions.FAISS_VERSION_MAJOR;
import static org.facedesk.faiss.bindings.FaissFunctions.FAISS_VERSION_MINOR;
import static org.facedesk.faiss.bindings.FaissFunctions.METRIC_L2;
import static org.facedesk.faiss.bindings.FaissFunctions.compile_options;
import static org.facedesk.faiss.bindings.FaissFunctions.get_blas_threads;
import static org.facedesk.faiss.bindings.FaissFunctions.get_omp_threads;
import static org.facedesk.faiss.bindings.FaissFunctions.index_factory;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bytedeco.javacpp.Pointer;
import org.facedesk.faiss.bindings.FaissIndex;
import org.facedesk.faiss.bindings.IDSelectorBatch;
import org.facedesk.faiss.bindings.SearchParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FaissTest {

  @BeforeAll
  static void load() {
    Faiss.load();
  }

  @Test
  void is_version_1_12() {
    assertThat(FAISS_VERSION_MAJOR + "." + FAISS_VERSION_MINOR).isEqualTo("1.12");
  }

  @Test
  @EnabledOnOs(architectures = {"amd64", "x86_64"})
  void was_compiled_for_avx2() {
    assertThat(compile_options().getString()).contains("AVX2");
  }

  @Test
  void may_be_loaded_again() {
    Faiss.load();

    assertThat(get_blas_threads()).isEqualTo(1);
  }

  @Test
  void counts_threads_for_each_calling_thread() throws Exception {
    Faiss.useThreads(2);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      other.submit(() -> Faiss.useThreads(1)).get();
      assertThat(other.submit(() -> get_omp_threads()).get()).isEqualTo(1);
    }

    assertThat(get_omp_threads()).isEqualTo(2);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void gives_native_memory_back_when_objects_are_closed() {
    float[] values = Vectors.random(128, 20_000).values();
    for (int i = 0; i < 5; i++) {
      fillSearchAndClose(values);
    }
    long before = Pointer.physicalBytes();

    for (int i = 0; i < 40; i++) {
      fillSearchAndClose(values);
    }

    // one index is 10 MB: forty leaked ones would be 400
    assertThat(Pointer.physicalBytes() - before).isLessThan(100_000_000);
  }

  private static void fillSearchAndClose(float[] values) {
    try (FaissIndex index = index_factory(128, "Flat", METRIC_L2);
        IDSelectorBatch some = new IDSelectorBatch(3, new long[] {1, 2, 3});
        SearchParameters parameters = new SearchParameters()) {
      index.add(20_000, values);
      parameters.sel(some);
      assertThat(Hits.of(index, new float[128], 3, parameters).ids()).containsOnly(1, 2, 3);
    }
  }
}
