package org.facedesk.server.ws;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One session's frames on their way to analysis: one in work (or waiting for the pool), one behind
 * it, in order. Between two frames the pool is given back, so that sessions take turns.
 */
final class FrameMailbox<T> {
  private final Executor analysis;
  private final Consumer<T> work;
  private boolean busy;
  private boolean closed;
  private @Nullable T waiting;

  /**
   * @param work never called by two threads at once; must not throw
   */
  FrameMailbox(Executor analysis, Consumer<T> work) {
    this.analysis = analysis;
    this.work = work;
  }

  /** Whether an offer would be refused now; it can only become less full until the next offer. */
  synchronized boolean full() {
    return closed || waiting != null;
  }

  /** Whether a frame is in work. */
  synchronized boolean busy() {
    return busy;
  }

  /**
   * @return false if there is no room, or the pool takes nothing any more
   */
  boolean offer(T frame) {
    synchronized (this) {
      if (full()) {
        return false;
      }
      if (busy) {
        waiting = frame;
        return true;
      }
      busy = true;
    }
    return submit(frame);
  }

  /** Forgets what waits and takes nothing more. What is in work is finished. */
  synchronized void close() {
    closed = true;
    waiting = null;
  }

  private boolean submit(T frame) {
    try {
      analysis.execute(() -> run(frame));
      return true;
    } catch (RejectedExecutionException e) {
      close();
      return false;
    }
  }

  private void run(T frame) {
    try {
      work.accept(frame);
    } finally {
      T next;
      synchronized (this) {
        next = waiting;
        waiting = null;
        busy = next != null;
      }
      if (next != null) {
        submit(next);
      }
    }
  }
}
