package org.facedesk.desktop.shell;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The one window of a process, from JavaFX's start to its end. */
public final class WindowProcess {
  private static final AtomicReference<@Nullable FacedeskWindow> RUNNING = new AtomicReference<>();

  private WindowProcess() {}

  /**
   * Starts JavaFX, shows the window, and returns when it was closed and camera and session were let
   * go. Once in a process; not from the UI thread.
   *
   * @throws UnsupportedOperationException if there is no display
   */
  public static void run(WindowServices services) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Platform.startup(() -> {
      Stage stage = new Stage();
      FacedeskWindow window = FacedeskWindow.show(stage, services);
      RUNNING.set(window);
      stage.setOnHidden(event -> {
        RUNNING.set(null);
        window.close(closed::countDown);
      });
    });
    closed.await();
    Platform.exit();
  }

  /**
   * Lets camera and session of the running window go, and returns when that is done: for a process
   * that is told to end, before what the window stands on is closed. Nothing happens without one.
   */
  public static void release() {
    FacedeskWindow window = RUNNING.getAndSet(null);
    if (window != null) {
      window.release();
    }
  }
}
