package org.facedesk.desktop.launch;

import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.desktop.enroll.EnrollServices;
import org.facedesk.desktop.shell.FacedeskWindow;
import org.facedesk.desktop.shell.StationStatus;
import org.facedesk.desktop.shell.WindowServices;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: the window, with the server in the same process. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Opens the operator's window; the server runs with it.")
final class RunCommand implements Callable<Integer> {
  @Mixin private StationOptions station = new StationOptions();
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--camera",
      paramLabel = "SOURCE",
      description =
          "A camera by number, name or address; practice for the rendered head; replay:FILE or replay:FOLDER"
              + " (default: the first camera).")
  private String camera = "";

  @Option(
      names = "--theme",
      paramLabel = "THEME",
      description = "light or dark (default: the desktop's).")
  private @Nullable Theme theme;

  @Override
  public Integer call() {
    try (Station running = Station.start(station, server);
        DeskFeeds feeds = new DeskFeeds()) {
      Thread hook = Thread.ofPlatform().name("shutdown").unstarted(() -> stop(running));
      Runtime.getRuntime().addShutdownHook(hook);
      FacedeskWindow.run(window(running, feeds));
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (UnsupportedOperationException e) {
      throw new FacedeskException(
          ErrorCode.SETTINGS_INVALID,
          "there is no display for a window; use serve on a machine without one",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FacedeskException(ErrorCode.INTERNAL, "interrupted", e);
    }
    return Main.DONE;
  }

  /** Told to end from outside: first what uses the engine, then the engine. */
  private static void stop(Station running) {
    FacedeskWindow.release();
    running.close();
  }

  private WindowServices window(Station running, DeskFeeds feeds) {
    ClientRecord desk =
        running
            .store()
            .clients()
            .byId(Clients.DESK)
            .orElseThrow(
                () -> new FacedeskException(ErrorCode.INTERNAL, "the desk's client is missing"));
    EnrollServices enroll =
        new EnrollServices(
            running.sessions(),
            desk,
            running.engine().analyzer(),
            QualityPolicy.DEFAULT,
            CapturePolicy.DEFAULT,
            feeds,
            new DeskPeople(running.store(), desk),
            InstantSource.system());
    return new WindowServices(
        enroll, SourceSpec.parse(camera), () -> status(running), Locale.getDefault(), theme);
  }

  private static StationStatus status(Station running) {
    return new StationStatus(
        running.address().url(),
        running.store().description(),
        running.store().users().enrolled(),
        running.sessions().open());
  }
}
