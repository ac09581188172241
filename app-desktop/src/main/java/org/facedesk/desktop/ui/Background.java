package org.facedesk.desktop.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.facedesk.core.ErrorCode;
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

  /**
   * @param work runs its tasks in the order they were given, one at a time
   * @param ui the thread that draws
   */
  public Background(Executor work, Executor ui) {
    this.work = work;
    this.ui = ui;
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
      ui.execute(() -> then.accept(result));
    } catch (Exception | LinkageError failure) { // a root: whatever is thrown reaches the operator
      FaultReport fault = report(failure);
      ui.execute(() -> failed.accept(fault));
    }
  }
}
