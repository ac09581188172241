package org.facedesk.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.facedesk.models.ModelRole;
import org.facedesk.models.Models;
import org.junit.jupiter.api.Test;

class PackedModelTest {
  private static final int SIDE = 64;

  @Test
  void moreThreadsThanCopiesSeeTheSameNumbers() throws Exception {
    int threads = 2 * Runtime.getRuntime().availableProcessors() + 1;
    try (PackedModel model = PackedModel.load(Models.shipped(), ModelRole.IRIS, SIDE);
        ExecutorService all = Executors.newFixedThreadPool(threads)) {
      float[] alone = contours(model);
      List<Callable<float[]>> looks =
          IntStream.range(0, 5 * threads)
              .<Callable<float[]>>mapToObj(i -> () -> contours(model))
              .toList();
      for (Future<float[]> look : all.invokeAll(looks)) {
        assertThat(look.get()).containsExactly(alone);
      }
    }
  }

  @Test
  void closedItLooksAtNothingMoreAndMayBeClosedAgain() {
    PackedModel model = PackedModel.load(Models.shipped(), ModelRole.IRIS, SIDE);
    model.close();
    model.close();
    assertThatIllegalStateException().isThrownBy(() -> contours(model));
  }

  private static float[] contours(PackedModel model) {
    try (PointerScope _ = new PointerScope()) {
      return model.run(new CropBatch(2, SIDE))[0];
    }
  }
}
