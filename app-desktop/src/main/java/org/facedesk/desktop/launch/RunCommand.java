package org.facedesk.desktop.launch;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.desktop.shell.FacedeskWindow;
import org.facedesk.desktop.ui.Theme;
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
      FacedeskWindow.run(
          Desk.of(running, feeds, SourceSpec.parse(camera), Locale.getDefault(), theme));
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
}
