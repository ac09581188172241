package org.facedesk.desktop.shell;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.facedesk.desktop.controls.PreviewPane;
import org.facedesk.desktop.enroll.EnrollView;
import org.facedesk.desktop.enroll.EnrollViewModel;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.desktop.ui.Views;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator's window. */
public final class FacedeskWindow {
  private static final Logger LOG = LoggerFactory.getLogger(FacedeskWindow.class);
  private static final AtomicReference<@Nullable FacedeskWindow> RUNNING = new AtomicReference<>();
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double MIN_WIDTH = 1100;
  private static final double MIN_HEIGHT = 720;
  private static final Duration CLOCK = Duration.millis(250);
  private static final Duration STATUS = Duration.seconds(2);
  private static final int CLOSING_SECONDS = 10;

  private final WindowServices services;
  private final Texts texts;
  private final ExecutorService desk =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("desk").factory());
  private final ExecutorService asking =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("desk-status").factory());
  private final Background deskWork;
  private final Background statusWork;
  private final EnrollViewModel enroll;
  private final Themes themes;
  private final Timeline clock = new Timeline();
  private boolean statusAsked;

  private FacedeskWindow(WindowServices services) {
    this.services = services;
    this.texts = Texts.of(services.locale());
    this.statusWork = new Background(asking, Platform::runLater);
    this.deskWork = new Background(desk, Platform::runLater);
    this.enroll = new EnrollViewModel(services.enroll(), deskWork);
    Theme chosen = services.theme();
    this.themes = new Themes(chosen == null ? systemTheme() : chosen);
  }

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
      FacedeskWindow window = show(stage, services);
      stage.setOnHidden(event -> window.close(closed::countDown));
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
      window.enroll.close();
      window.desk.shutdown();
      window.asking.shutdownNow();
      window.awaitDesk(() -> {});
    }
  }

  /**
   * Shows the window in a stage; on the UI thread. Whoever owns the stage closes the window with
   * it.
   */
  public static FacedeskWindow show(Stage stage, WindowServices services) {
    FacedeskWindow window = new FacedeskWindow(services);
    window.open(stage);
    return window;
  }

  /**
   * Lets camera and session go; returns at once.
   *
   * @param then called on another thread when that is done
   */
  public void close(Runnable then) {
    clock.stop();
    enroll.close();
    desk.shutdown();
    asking.shutdownNow();
    Thread.ofPlatform().name("desk-closing").start(() -> awaitDesk(then));
  }

  private void open(Stage stage) {
    // what escapes a handler on this thread must not vanish into the console
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, failure) -> enroll.failed(deskWork.report(failure)));
    EnrollView view = new EnrollView(enroll, texts);
    ShellController shell = new ShellController(texts, themes, view.root());
    Parent root =
        Views.load(FacedeskWindow.class, "Shell.fxml", texts, Map.of(ShellController.class, shell));
    Scene scene = new Scene(root, WIDTH, HEIGHT);
    scene.getStylesheets().add(Views.stylesheet(PreviewPane.class, "controls.css"));
    scene.getStylesheets().add(Views.stylesheet(FacedeskWindow.class, "shell.css"));
    view.bindKeys(scene);
    enroll.listen(shell::draw);
    enroll.listen(screen -> stage.setTitle(texts.of("title", screen.step().title())));
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.setScene(scene);
    stage.show();
    enroll.open(services.camera());
    clock
        .getKeyFrames()
        .setAll(new KeyFrame(Duration.ZERO, event -> askStatus(shell)), new KeyFrame(STATUS));
    clock.setCycleCount(Timeline.INDEFINITE);
    for (Duration at = Duration.ZERO; at.lessThan(STATUS); at = at.add(CLOCK)) {
      clock.getKeyFrames().add(new KeyFrame(at, event -> enroll.tick()));
    }
    clock.play();
  }

  private void askStatus(ShellController shell) {
    if (statusAsked) {
      return; // the last answer is still awaited
    }
    statusAsked = true;
    statusWork.run(
        services.status()::get,
        status -> {
          statusAsked = false;
          shell.draw(status);
        },
        fault -> {
          statusAsked = false;
          shell.statusUnknown();
        });
  }

  private void awaitDesk(Runnable then) {
    try {
      if (!desk.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("The camera was not let go within {} seconds", CLOSING_SECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      then.run();
    }
  }

  private static Theme systemTheme() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK
        ? Theme.DARK
        : Theme.LIGHT;
  }

  /** The theme in use; the toolkit's style sheet follows it. */
  private static final class Themes implements ShellController.ThemeSwitch {
    private Theme current;

    Themes(Theme first) {
      current = first;
      Application.setUserAgentStylesheet(first.stylesheet());
    }

    @Override
    public Theme current() {
      return current;
    }

    @Override
    public void use(Theme theme) {
      current = theme;
      Application.setUserAgentStylesheet(theme.stylesheet());
    }
  }
}
