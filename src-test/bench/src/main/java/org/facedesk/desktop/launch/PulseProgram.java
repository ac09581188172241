package org.facedesk.desktop.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.facedesk.capture.SourceSpec;
import org.facedesk.capture.practice.PracticeCamera;
import org.facedesk.core.settings.StationSettings;
import org.facedesk.desktop.controls.PreviewPane;
import org.facedesk.desktop.enroll.EnrollStep;
import org.facedesk.desktop.enroll.EnrollView;
import org.facedesk.desktop.enroll.EnrollViewModel;
import org.facedesk.desktop.shell.FacedeskWindow;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.desktop.ui.Views;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * {@code ./station bench pulses [SECONDS]}: the enroll screen of a real station (engine, store,
 * sessions) enrolls the practice head over and over, at 1280 × 720 and 30 frames a second, and the
 * times between the pulses of JavaFX are counted.
 */
public final class PulseProgram {
  private static final int WARM_UP_SECONDS = 8;
  private static final long BETWEEN_KEYS_NANOS = 400_000_000L;

  private final int seconds;
  private final AtomicInteger cameraFrames = new AtomicInteger();
  private final CountDownLatch done = new CountDownLatch(1);

  private PulseProgram(int seconds) {
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Logging.prepare();
    new PulseProgram(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60).run();
    System.exit(0);
  }

  private void run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("pulses");
    StationOptions data =
        CommandLine.populateCommand(new StationOptions(), "--data", folder.toString());
    ServerOptions server = CommandLine.populateCommand(new ServerOptions(), "--port", "0");
    ExecutorService work = Executors.newSingleThreadExecutor();
    try (Station station = Station.start(data, server);
        DeskFeeds feeds =
            new DeskFeeds(
                () -> StationSettings.BUILT_IN,
                spec -> new LargeFrames(new PracticeCamera(), cameraFrames))) {
      Platform.startup(() -> show(station, feeds, work));
      done.await();
      work.shutdown();
      work.awaitTermination(10, TimeUnit.SECONDS);
    }
  }

  private void show(Station station, DeskFeeds feeds, ExecutorService work) {
    Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet());
    SourceSpec source = new SourceSpec.Practice();
    EnrollViewModel model =
        new EnrollViewModel(
            Desk.of(station, feeds, source, Locale.ENGLISH, Theme.LIGHT).enroll(),
            new Background(work, Platform::runLater));
    EnrollView view = new EnrollView(model, Texts.of(Locale.ENGLISH));
    Scene scene = new Scene(view.root(), 1280, 800);
    scene.getStylesheets().add(Views.stylesheet(PreviewPane.class, "controls.css"));
    scene.getStylesheets().add(Views.stylesheet(FacedeskWindow.class, "shell.css"));
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    model.open(source);
    new Pulses(model, scene).start();
  }

  /** Counts, and presses Space whenever no capture runs. */
  private final class Pulses extends AnimationTimer {
    private final EnrollViewModel model;
    private final ImageView preview;
    private final long begin = System.nanoTime();
    private final double[] millis = new double[200 * seconds];
    private int pulses;
    private int captured;
    private int shown;
    private int enrollments;
    private int cameraBefore;
    private double analysed;
    private long last;
    private long lastKey;
    private @Nullable Image image;

    Pulses(EnrollViewModel model, Scene scene) {
      this.model = model;
      this.preview = (ImageView) scene.getRoot().lookup(".preview-pane > .image-view");
    }

    @Override
    public void handle(long frame) {
      long now = System.nanoTime();
      long since = now - begin;
      if (now - lastKey > BETWEEN_KEYS_NANOS) {
        lastKey = now;
        model.tick();
        goOn();
      }
      if (since > TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS)) {
        count(now);
      } else {
        cameraBefore = cameraFrames.get();
      }
      last = now;
      image = preview.getImage();
      if (since > TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS + seconds)) {
        stop();
        report();
        model.close();
        done.countDown();
      }
    }

    private void goOn() {
      if (!model.running()) {
        if (model.screen().step() instanceof EnrollStep.Who) {
          model.editUserId("practice");
          enrollments++;
        }
        model.next();
      }
    }

    private void count(long now) {
      if (pulses < millis.length) {
        millis[pulses++] = (now - last) / 1e6;
      }
      captured += model.running() ? 1 : 0;
      shown += preview.getImage() == image ? 0 : 1;
      analysed += model.screen().analysisFps();
    }

    private void report() {
      double[] sorted = Arrays.copyOf(millis, pulses);
      Arrays.sort(sorted);
      System.out.printf(
          "%d pulses in %d s, %d %% of them in a capture; load %.1f on %d processors%n",
          pulses,
          seconds,
          100 * captured / Math.max(1, pulses),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
          Runtime.getRuntime().availableProcessors());
      System.out.printf(
          "between pulses: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, maximum %.1f ms%n",
          part(sorted, .5), part(sorted, .99), part(sorted, .999), part(sorted, 1));
      System.out.printf(
          "a second: %.1f camera frames, %.1f shown, %.1f analysed; %d enrollments begun%n",
          (double) (cameraFrames.get() - cameraBefore) / seconds,
          (double) shown / seconds,
          analysed / Math.max(1, pulses),
          enrollments);
    }

    private static double part(double[] sorted, double share) {
      return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }
  }
}
