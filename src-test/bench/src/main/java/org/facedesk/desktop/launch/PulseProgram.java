package org.facedesk.desktop.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.facedesk.admin.Operator;
import org.facedesk.admin.OperatorResult;
import org.facedesk.capture.SourceSpec;
import org.facedesk.capture.practice.PracticeCamera;
import org.facedesk.core.settings.StationSettings;
import org.facedesk.desktop.shell.FacedeskWindow;
import org.facedesk.desktop.shell.WindowServices;
import org.facedesk.desktop.ui.Theme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * {@code ./station bench pulses [SECONDS]}: the window of a real station (engine, store, sessions)
 * captures the practice head again and again, at 1280 × 720 and 30 frames a second, ten of them
 * analysed, and the times between the pulses of JavaFX are counted.
 */
public final class PulseProgram {
  /** A desk is open all day: the just-in-time compiler's share of its first minute is left out. */
  private static final int WARM_UP_SECONDS = 45;

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
    try (Station station = Station.start(data, server);
        DeskFeeds feeds =
            new DeskFeeds(
                () -> StationSettings.BUILT_IN,
                spec -> new LargeFrames(new PracticeCamera(), cameraFrames))) {
      Platform.startup(() -> show(station, feeds));
      done.await();
    }
  }

  private void show(Station station, DeskFeeds feeds) {
    SourceSpec source = new SourceSpec.Practice();
    WindowServices services = Desk.of(station, feeds, source, Locale.ENGLISH, Theme.LIGHT);
    OperatorResult.Done founded =
        (OperatorResult.Done)
            services.login().operators().found("Grace", "correct horse battery".toCharArray());
    services
        .signedIn()
        .in(new Operator(founded.operator().id(), "Grace", founded.operator().role()));
    Stage stage = new Stage();
    FacedeskWindow window = FacedeskWindow.show(stage, services);
    new Pulses(window, stage.getScene()).start();
  }

  /** Counts. */
  private final class Pulses extends AnimationTimer {
    private final FacedeskWindow window;
    private final Scene scene;
    private final long begin = System.nanoTime();
    private final double[] millis = new double[200 * seconds];
    private int pulses;
    private int shown;
    private int captures;
    private int cameraBefore;
    private boolean counting;
    private CoreWaits waitsBefore = CoreWaits.now();
    private long last;
    private @Nullable Image image;

    Pulses(FacedeskWindow window, Scene scene) {
      this.window = window;
      this.scene = scene;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // another image object is another frame
    public void handle(long frame) {
      long now = System.nanoTime();
      long since = now - begin;
      Image newest =
          scene.getRoot().lookup(".preview-pane > .image-view") instanceof ImageView preview
              ? preview.getImage()
              : null;
      if (since > TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS)) {
        if (!counting) {
          counting = true;
          waitsBefore = CoreWaits.now();
          now = System.nanoTime(); // reading them belongs to no pulse
        } else if (pulses < millis.length) {
          millis[pulses++] = (now - last) / 1e6;
        }
        shown += newest == image ? 0 : 1;
      } else {
        cameraBefore = cameraFrames.get();
      }
      last = now;
      image = newest;
      goOn();
      if (since > TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS + seconds)) {
        stop();
        report();
        window.close(done::countDown);
      }
    }

    /** Enrolls somebody again and again, and never confirms it. */
    private void goOn() {
      if (scene.lookup("#userId") instanceof TextField id && id.getText().isEmpty()) {
        id.setText("E-1024");
        ((CheckBox) scene.lookup("#agree")).setSelected(true);
      }
      press("#go");
      press("#start");
      press("#retakeAll");
    }

    private void press(String id) {
      for (Node each : scene.getRoot().lookupAll(id)) {
        if (each instanceof Button button && !button.isDisabled() && seen(button)) {
          captures += id.equals("#start") ? 1 : 0;
          button.fire();
          return;
        }
      }
    }

    private static boolean seen(Node node) {
      for (Node each = node; each != null; each = each.getParent()) {
        if (!each.isVisible()) {
          return false;
        }
      }
      return true;
    }

    private void report() {
      double[] sorted = Arrays.copyOf(millis, pulses);
      Arrays.sort(sorted);
      System.out.printf(
          "%d pulses in %d s; load %.1f on %d processors%n",
          pulses,
          seconds,
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
          Runtime.getRuntime().availableProcessors());
      System.out.printf(
          "between pulses: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, maximum %.1f ms%n",
          part(sorted, .5), part(sorted, .99), part(sorted, .999), part(sorted, 1));
      System.out.printf(
          "a second: %.1f camera frames, %.1f shown; analysis: %s; %d captures%n",
          (double) (cameraFrames.get() - cameraBefore) / seconds,
          (double) shown / seconds,
          scene.getRoot().lookup("#fps") instanceof Label fps ? fps.getText() : "",
          captures);
      System.out.print(CoreWaits.now().since(waitsBefore, TimeUnit.SECONDS.toNanos(seconds)));
    }

    private static double part(double[] sorted, double share) {
      return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }
  }
}
