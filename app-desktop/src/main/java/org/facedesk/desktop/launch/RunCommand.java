package org.facedesk.desktop.launch;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.settings.StationSettings;
import org.facedesk.desktop.shell.WindowProcess;
import org.facedesk.desktop.ui.Theme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: the window, with the server in the same process. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Opens the operator's window; the server runs with it.")
final class RunCommand implements Callable<Integer> {
  @Mixin private StationOptions station = new StationOptions();
  @Mixin private ServerOptions server = new ServerOptions();

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public Integer call() {
    try (Station running =
            Station.startWindowed(
                station,
                server,
                Configuration.given(spec == null ? null : spec.commandLine().getParseResult()));
        DeskFeeds feeds = new DeskFeeds(running.settings())) {
      Thread hook = Thread.ofPlatform().name("shutdown").unstarted(() -> stop(running));
      Runtime.getRuntime().addShutdownHook(hook);
      StationSettings settings = running.settings().get();
      WindowProcess.run(
          Desk.of(
              running,
              feeds,
              SourceSpec.parse(settings.camera().source()),
              settings.desk().language().map(Locale::of).orElseGet(Locale::getDefault),
              settings
                  .desk()
                  .theme()
                  .map(name -> Theme.valueOf(name.toUpperCase(Locale.ROOT)))
                  .orElse(null)));
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
    WindowProcess.release();
    running.close();
  }
}
