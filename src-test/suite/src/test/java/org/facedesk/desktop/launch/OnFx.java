package org.facedesk.desktop.launch;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What a test sees of the window, seen on the toolkit's thread: on any other, a search among nodes
 * fails when they change meanwhile.
 */
final class OnFx {
  private static final long MILLISECONDS = 20_000;

  private OnFx() {}

  static <T extends @Nullable Object> T read(Callable<T> question) {
    if (!Platform.isFxApplicationThread()) {
      return WaitForAsyncUtils.waitForAsyncFx(MILLISECONDS, question);
    }
    try {
      return question.call();
    } catch (RuntimeException thrown) {
      throw thrown;
    } catch (Exception thrown) {
      throw new IllegalStateException(thrown);
    }
  }

  /** Until it is so; what the toolkit has still to do is done then, too. */
  static void await(int seconds, Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, () -> read(condition));
    WaitForAsyncUtils.waitForFxEvents();
  }
}
