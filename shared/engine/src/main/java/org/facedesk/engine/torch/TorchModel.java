package org.facedesk.engine.torch;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.models.ModelEntry;
import org.facedesk.models.ModelRole;
import org.facedesk.models.Models;

/**
 * One TorchScript file that takes square pictures, uint8 [N, side, side, 3] RGB, and gives one or
 * more float tensors. Safe for many threads: the parameters are only read, and libtorch lets one
 * thread at a time into a packed convolution.
 */
final class TorchModel implements AutoCloseable {
  private final Model model;
  private final int side;
  private final ParameterStore noParameters;

  private TorchModel(Model model, int side) {
    this.model = model;
    this.side = side;
    this.noParameters = new ParameterStore(model.getNDManager(), false);
  }

  /**
   * Loads the verified file and runs it once, so that lazy initialisation happens here and not
   * under the first person's eyes.
   */
  static TorchModel load(Models models, ModelRole role, int side) {
    ModelEntry entry = models.entry(role);
    byte[] file = models.read(role);
    Model model = NativeRuntime.engine().newModel(entry.id(), Device.cpu());
    try {
      model.load(new ByteArrayInputStream(file), Map.of());
    } catch (IOException | MalformedModelException e) {
      model.close();
      throw new FacedeskException(
          ErrorCode.MODEL_CORRUPT, entry.file() + " is not a TorchScript module", e);
    }
    TorchModel loaded = new TorchModel(model, side);
    try (PointerScope _ = new PointerScope()) {
      loaded.run(new CropBatch(1, side));
    }
    return loaded;
  }

  int side() {
    return side;
  }

  /**
   * @return each output tensor's values, batch index first, in row-major order
   */
  float[][] run(CropBatch batch) {
    try (NDManager scope = model.getNDManager().newSubManager()) {
      ByteBuffer pixels = batch.rgb();
      NDArray input = scope.create(pixels, new Shape(batch.count(), side, side, 3), DataType.UINT8);
      NDList outputs = model.getBlock().forward(noParameters, new NDList(input), false);
      float[][] values = new float[outputs.size()][];
      for (int i = 0; i < values.length; i++) {
        values[i] = outputs.get(i).toFloatArray();
      }
      return values;
    }
  }

  /** Native arrays alive now beyond the module's own; for the test that nothing is kept. */
  int nativeArrays() {
    return model.getNDManager().getManagedArrays().size();
  }

  @Override
  public void close() {
    model.close();
  }
}
