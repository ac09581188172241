package org.facedesk.server.ws;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One session's frames on their way to analysis: one in work (or waiting for the pool), one behind
 * it, in order. A newer frame takes the place of the one that waits: on a loaded station what is
 * looked at is what the camera sees now, and nothing queues up. Between two frames the pool is
 * given back, so that sessions take turns.
 */
final class FrameMailbox<T> {
  private final Executor analysis;
  private final Consumer<T> work;
  private final Consumer<T> displaced;
  private boolean busy;
  private boolean closed;
  private @Nullable T waiting;

  /**
   * @param work never called by two threads at once; must not throw
   * @param displaced told about a frame that will not be looked at: it gave its place to a newer
   *     one, or the pool was full
   */
  FrameMailbox(Executor analysis, Consumer<T> work, Consumer<T> displaced) {
    this.analysis = analysis;
    this.work = work;
    this.displaced = displaced;
  }

  /** Whether a frame is in work. */
  synchronized boolean busy() {
    return busy;
  }

  /**
   * @return false if it is closed, or the pool is full now
   */
  boolean offer(T frame) {
    T older = null;
    boolean idle;
    synchronized (this) {
      if (closed) {
        return false;
      }
      idle = !busy;
      busy = true;
      if (!idle) {
        older = waiting;
        waiting = frame;
      }
    }
    if (older != null) {
      displaced.accept(older);
    }
    if (!idle) {
      return true;
    }
    try {
      submit(frame);
      return true;
    } catch (RejectedExecutionException e) {
      setBack();
      return false;
    }
  }

  /** Forgets what waits and takes nothing more. What is in work is finished. */
  synchronized void close() {
    closed = true;
    waiting = null;
  }

  private void submit(T frame) {
    analysis.execute(() -> run(frame));
  }

  /** The pool is full: nothing is in work any more, and the next frame may find room. */
  private void setBack() {
    T forgotten;
    synchronized (this) {
      busy = false;
      forgotten = waiting;
      waiting = null;
    }
    if (forgotten != null) {
      displaced.accept(forgotten);
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
        follow(next);
      }
    }
  }

  private void follow(T next) {
    try {
      submit(next);
    } catch (RejectedExecutionException e) {
      setBack();
      displaced.accept(next);
    }
  }
}
