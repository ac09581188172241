package org.facedesk.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/**
 * What a test sees of a window, seen on the toolkit's thread: on any other, a search among nodes
 * fails when they change meanwhile.
 */
public final class OnFx {
  private static final int SECONDS = 20;

  private OnFx() {}

  public static <T extends @Nullable Object> T read(Callable<T> question) {
    if (!Platform.isFxApplicationThread()) {
      return WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, question);
    }
    try {
      return question.call();
    } catch (RuntimeException thrown) {
      throw thrown;
    } catch (Exception thrown) {
      throw new IllegalStateException(thrown);
    }
  }

  public static <T extends Node> T find(Scene scene, String query, Class<T> type) {
    @Nullable Node found = read(() -> scene.lookup(query));
    assertThat(found).as(query).isNotNull();
    return type.cast(found);
  }

  /** Until it is so; what the toolkit has still to do is done then, too. */
  public static void await(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> read(condition));
    } catch (TimeoutException late) {
      throw new AssertionError("the window did not come to it", late);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
