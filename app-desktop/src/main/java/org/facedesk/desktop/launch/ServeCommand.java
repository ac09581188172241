package org.facedesk.desktop.launch;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.settings.Setting;
import org.facedesk.server.ServerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: the station without a window. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs the station without a window, until it is told to stop.")
final class ServeCommand implements Callable<Integer> {
  @Mixin private StationOptions station = new StationOptions();
  @Mixin private ServerOptions server = new ServerOptions();
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  /** What the server is asked to be. */
  ServerSettings settings() {
    return server.settings(station.dataFolder());
  }

  /** Without a window there is nothing but the server. */
  private Map<Setting, String> given() {
    Map<Setting, String> given =
        Configuration.given(spec == null ? null : spec.commandLine().getParseResult());
    given.put(Setting.SERVER, "true");
    return given;
  }

  @Override
  public Integer call() {
    PrintWriter out = Output.of(spec);
    Station running = Station.start(station, server, given());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("shutdown")
                .unstarted(() -> {
                  running.close();
                  stopped.countDown();
                }));
    running.address().ifPresent(address -> out.println("listening on " + address.url()));
    out.flush();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FacedeskException(ErrorCode.INTERNAL, "interrupted", e);
    }
    return Main.DONE;
  }
}
