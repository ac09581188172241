package org.facedesk.engine.torch;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.facedesk.models.ModelRole;
import org.facedesk.models.Models;

/**
 * A {@link TorchModel} of packed convolutions, loaded once for each core. libtorch lets one thread
 * at a time into a packed convolution, so threads that shared one copy would wait for each other
 * layer by layer. Safe for many threads; more of them than there are cores wait for a copy.
 */
final class PackedModel implements AutoCloseable {
  private static final int COPIES = Runtime.getRuntime().availableProcessors();

  private final List<TorchModel> copies;
  private final ConcurrentLinkedDeque<TorchModel> idle;
  private final Semaphore free = new Semaphore(COPIES, true);
  private volatile boolean closed;

  private PackedModel(List<TorchModel> copies) {
    this.copies = copies;
    this.idle = new ConcurrentLinkedDeque<>(copies);
  }

  /** As {@link TorchModel#load}. */
  static PackedModel load(Models models, ModelRole role, int side) {
    return new PackedModel(
        Stream.generate(() -> TorchModel.load(models, role, side)).limit(COPIES).toList());
  }

  /**
   * As {@link TorchModel#run}.
   *
   * @throws IllegalStateException if it is closed
   */
  float[][] run(CropBatch batch) {
    free.acquireUninterruptibly();
    try {
      if (closed) {
        throw new IllegalStateException("closed");
      }
      TorchModel copy = idle.pop(); // the one used last: its weights are still in the cache
      try {
        return copy.run(batch);
      } finally {
        idle.push(copy);
      }
    } finally {
      free.release();
    }
  }

  int nativeArrays() {
    return copies.stream().mapToInt(TorchModel::nativeArrays).sum();
  }

  /** Waits for whoever is at it. */
  @Override
  public void close() {
    free.acquireUninterruptibly(COPIES);
    try {
      if (!closed) {
        closed = true;
        copies.forEach(TorchModel::close);
      }
    } finally {
      free.release(COPIES);
    }
  }
}
