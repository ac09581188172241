package org.facedesk.server.ws;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One session's frames on their way to analysis: one in work, and the newest that came since, which
 * waits for the session's next turn on the pool. A newer frame takes the place of the one that
 * waits: on a loaded station what is looked at is what the camera sees when the turn comes, and
 * nothing queues up. Between two frames the pool is given back, so that sessions take turns.
 */
final class FrameMailbox<T> implements FrameTurns.Waiting {
  private final FrameTurns turns;
  private final Consumer<T> work;
  private final Consumer<T> displaced;
  private boolean turnDue;
  private boolean working;
  private boolean closed;
  private @Nullable T newest;
  private long since;

  /**
   * @param work never called by two threads at once; must not throw
   * @param displaced told about a frame that will not be looked at: it gave its place to a newer
   *     one, or the pool was full
   */
  FrameMailbox(FrameTurns turns, Consumer<T> work, Consumer<T> displaced) {
    this.turns = turns;
    this.work = work;
    this.displaced = displaced;
  }

  /** Whether a frame is in work, or will be when its turn comes. */
  synchronized boolean busy() {
    return turnDue || working;
  }

  /**
   * @return false if it is closed, or the pool is full now
   */
  @SuppressWarnings("ReferenceEquality") // it is about this very frame
  boolean offer(T frame) {
    T older;
    boolean idle;
    synchronized (this) {
      if (closed) {
        return false;
      }
      older = newest;
      newest = frame;
      since = turns.now();
      idle = !turnDue && !working;
      turnDue |= idle;
    }
    if (older != null) {
      displaced.accept(older);
    }
    T forgotten = idle ? askForTurn() : null;
    if (forgotten == frame) {
      return false;
    }
    if (forgotten != null) { // one that came meanwhile, which told of this one
      displaced.accept(forgotten);
    }
    return true;
  }

  /** Forgets what waits and takes nothing more. What is in work, or has a turn due, is finished. */
  synchronized void close() {
    closed = true;
    if (working) {
      newest = null;
    }
  }

  /**
   * The pool may be full: then nothing waits any more, and the next frame may find room.
   *
   * @return the frame that had waited until then; null if there will be a turn
   */
  private @Nullable T askForTurn() {
    try {
      turns.ask(this);
      return null;
    } catch (RejectedExecutionException e) {
      synchronized (this) {
        T forgotten = newest;
        turnDue = false;
        newest = null;
        return forgotten;
      }
    }
  }

  @Override
  public synchronized long since() {
    return since;
  }

  @Override
  public void take() {
    T frame;
    synchronized (this) {
      turnDue = false;
      frame = newest;
      newest = null;
      working = frame != null;
    }
    if (frame == null) {
      return;
    }
    try {
      work.accept(frame);
    } finally {
      goOn();
    }
  }

  private void goOn() {
    boolean due;
    synchronized (this) {
      working = false;
      due = newest != null;
      turnDue = due;
    }
    T forgotten = due ? askForTurn() : null;
    if (forgotten != null) {
      displaced.accept(forgotten);
    }
  }
}
