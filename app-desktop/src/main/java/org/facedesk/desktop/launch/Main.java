package org.facedesk.desktop.launch;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.facedesk.core.FacedeskException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
    name = "station",
    description = "Facedesk, the face enrollment station.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      RunCommand.class,
      ServeCommand.class,
      ClientCommand.class,
      PeopleCommand.class,
      AuditCommand.class,
      AnalyzeCommand.class,
      CompareCommand.class,
      ReplayCommand.class,
      EvaluateCommand.class,
      DoctorCommand.class,
      DecodeWorkerCommand.class,
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "1:refused", "2:bad usage", "3:fault"})
public final class Main implements Runnable {
  static final int DONE = 0;
  static final int REFUSED = 1;
  static final int BAD_USAGE = 2;
  static final int FAULT = 3;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  public static void main(String[] args) {
    Logging.prepare();
    int code = execute(commandLine(), args);
    System.out.flush();
    System.exit(code);
  }

  private static int execute(CommandLine line, String... args) {
    try {
      line.setDefaultValueProvider(ConfiguredDefaults.of(List.of(args), System.getenv()));
    } catch (FacedeskException e) {
      return report(e, line.getErr());
    }
    return line.execute(args);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setCommandName(nameOf(System.getProperty("jpackage.app-path"), line.getCommandName()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> List.of("run", "serve").contains(command.name()))
        .forEach(SettingOptions::addTo);
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((e, command, parsed) -> report(e, command.getErr()));
    return line;
  }

  /** The help names the command that was typed: that of the installed launcher, if there is one. */
  static String nameOf(@Nullable String launcher, String otherwise) {
    return launcher == null
        ? otherwise
        : launcher.replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.exe$", "");
  }

  /** Says what happened and what to do, and chooses the exit code. */
  private static int report(Exception e, PrintWriter err) {
    if (e instanceof FacedeskException known) {
      err.printf("%s: %s%n", known.code(), known.getMessage());
      err.printf("  %s%n", known.code().remedy());
      if (exitCode(known) == FAULT) {
        LoggerFactory.getLogger(Main.class)
            .error("{} [{}]", known.code(), known.correlationId(), known);
        err.printf("  correlation id %s%n", known.correlationId());
      }
      return exitCode(known);
    }
    LoggerFactory.getLogger(Main.class).error("The command failed", e);
    err.printf("INTERNAL: %s%n", e);
    return FAULT;
  }

  static int exitCode(FacedeskException e) {
    return switch (e.code().kind()) {
      case FAULT, UNAVAILABLE -> FAULT;
      default -> REFUSED;
    };
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Say which command; see --help.");
    }
  }
}
