package org.facedesk.desktop.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.facedesk.core.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that would hold up the UI thread, one piece after the other, and the way its results and
 * failures come back to that thread. No exception is lost: each is logged with its correlation id
 * and handed on as a {@link FaultReport}.
 */
public final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Executor work;
  private final Executor ui;
  private final boolean again;
  private volatile @Nullable ErrorCode failing;

  /**
   * @param work runs its tasks in the order they were given, one at a time
   * @param ui the thread that draws
   */
  public Background(Executor work, Executor ui) {
    this(work, ui, false);
  }

  private Background(Executor work, Executor ui, boolean again) {
    this.work = work;
    this.ui = ui;
    this.again = again;
  }

  /**
   * The same for one thing that is asked again and again: its failure is logged when it begins, not
   * every time, and once more when it is over.
   */
  public Background again() {
    return new Background(work, ui, true);
  }

  /**
   * @param then receives the result on the UI thread
   * @param failed receives the failure on the UI thread, after it was logged
   */
  public <T> void run(Callable<T> task, Consumer<T> then, Consumer<FaultReport> failed) {
    try {
      work.execute(() -> attempt(task, then, failed));
    } catch (RejectedExecutionException closing) {
      LOG.debug("The window is closing; a task was left out", closing);
    }
  }

  /** Runs on the UI thread, soon. */
  public void onUi(Runnable action) {
    ui.execute(action);
  }

  /** Logs a failure that was met elsewhere, and makes its report. */
  public FaultReport report(Throwable failure) {
    FaultReport fault = FaultReport.of(failure);
    if (fault.code().kind() == ErrorCode.Kind.FAULT) {
      LOG.error("{} [{}]", fault.code(), fault.correlationId(), failure);
    } else { // expected now and then; where it was thrown explains nothing
      LOG.warn("{} [{}]: {}", fault.code(), fault.correlationId(), failure.getMessage());
    }
    return fault;
  }

  private <T> void attempt(Callable<T> task, Consumer<T> then, Consumer<FaultReport> failed) {
    try {
      T result = task.call();
      over();
      ui.execute(() -> then.accept(result));
    } catch (Exception | LinkageError failure) { // a root: whatever is thrown reaches the operator
      FaultReport fault = again ? reportNews(failure) : report(failure);
      ui.execute(() -> failed.accept(fault));
    }
  }

  private FaultReport reportNews(Throwable failure) {
    FaultReport fault = FaultReport.of(failure);
    if (fault.code() == failing) {
      LOG.debug("{} [{}] goes on", fault.code(), fault.correlationId(), failure);
      return fault;
    }
    failing = fault.code();
    return report(failure);
  }

  private void over() {
    ErrorCode before = failing;
    if (before != null) {
      failing = null;
      LOG.info("{} is over", before);
    }
  }
}
