package org.facedesk.desktop.launch;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.facedesk.admin.ExportedTrail;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code audit export|verify}: the tamper-evident trail. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Exports the audit trail, verifies it here or as a file.",
    subcommands = {AuditCommand.Export.class, AuditCommand.Verify.class})
final class AuditCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Say export or verify; see --help.");
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description =
          "Writes the trail with its hashes: CSV to a .csv file, JSON lines to any other.")
  static final class Export extends AdministrativeCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "Where to.")
    private Path file = Path.of("");

    @Override
    int perform(Administration administration) {
      Path target = file.toAbsolutePath();
      long entries = administration.exportTrail(target);
      answer(
          Map.of("file", target.toString(), "entries", entries),
          "%d entries written to %s".formatted(entries, target));
      return Main.DONE;
    }
  }

  /** Without a file it asks the store; with one it needs neither store nor station. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Checks every link of the trail, or of one that was exported as JSON lines.")
  static final class Verify implements Callable<Integer> {
    @Parameters(
        index = "0",
        paramLabel = "FILE",
        arity = "0..1",
        description = "An export (default: the station's own trail).")
    private @Nullable Path file;

    @Mixin private StationOptions station = new StationOptions();
    @Mixin private JsonOption json = new JsonOption();
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
      Finding finding = file == null ? asked() : read(file);
      String words =
          finding.broken.isPresent()
              ? "broken at entry " + finding.broken.getAsLong()
              : "%d entries, none changed, none missing; %d gaps"
                  .formatted(finding.entries, finding.gaps);
      Map<String, ?> row =
          Map.of(
              "whole",
              finding.broken.isEmpty(),
              "entries",
              finding.entries,
              "gaps",
              finding.gaps,
              "broken_at",
              finding.broken.orElse(0));
      if (json.wanted()) {
        json.print(Output.of(spec), row);
      } else {
        Output.of(spec).println(words);
      }
      return finding.broken.isEmpty() ? Main.DONE : Main.REFUSED;
    }

    private record Finding(long entries, int gaps, OptionalLong broken) {}

    private Finding asked() {
      try (Administration administration = Administration.of(station)) {
        Administration.ChainFinding found = administration.verifyTrail();
        return new Finding(found.entries(), 0, found.broken());
      }
    }

    private static Finding read(Path export) {
      ExportedTrail.Finding found = ExportedTrail.check(export);
      return new Finding(found.entries(), found.gaps(), found.broken());
    }
  }
}
