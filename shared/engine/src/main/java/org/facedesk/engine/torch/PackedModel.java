package org.facedesk.engine.torch;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.facedesk.models.ModelRole;
import org.facedesk.models.Models;

/**
 * A {@link TorchModel} of packed convolutions, a copy for each thread that is at it, loaded when it
 * is first needed and at most one for each core. libtorch lets one thread at a time into a packed
 * convolution, so threads that shared one copy would wait for each other layer by layer. Safe for
 * many threads; more of them than there are cores wait for a copy.
 */
final class PackedModel implements AutoCloseable {
  private static final int MOST_COPIES = Runtime.getRuntime().availableProcessors();

  private final Supplier<TorchModel> loading;
  private final ConcurrentLinkedDeque<TorchModel> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore free = new Semaphore(MOST_COPIES, true);
  private volatile boolean closed;

  private PackedModel(Supplier<TorchModel> loading) {
    this.loading = loading;
    idle.push(loading.get());
  }

  /** As {@link TorchModel#load}. */
  static PackedModel load(Models models, ModelRole role, int side) {
    return new PackedModel(() -> TorchModel.load(models, role, side));
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
      TorchModel used = idle.poll(); // the one used last: its weights are still in the cache
      TorchModel copy = used == null ? loading.get() : used;
      try {
        return copy.run(batch);
      } finally {
        idle.push(copy);
      }
    } finally {
      free.release();
    }
  }

  /** Of the copies nobody is at. */
  int nativeArrays() {
    return idle.stream().mapToInt(TorchModel::nativeArrays).sum();
  }

  /** Waits for whoever is at it. */
  @Override
  public void close() {
    free.acquireUninterruptibly(MOST_COPIES);
    try {
      closed = true;
      for (TorchModel copy = idle.poll(); copy != null; copy = idle.poll()) {
        copy.close();
      }
    } finally {
      free.release(MOST_COPIES);
    }
  }
}
