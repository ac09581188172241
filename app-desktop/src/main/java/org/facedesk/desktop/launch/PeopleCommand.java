package org.facedesk.desktop.launch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.facedesk.admin.ImportRun;
import org.facedesk.admin.ImportedRow;
import org.facedesk.admin.ImportedRow.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code people import|export}: many people in, one person out. */
@Command(
    name = "people",
    mixinStandardHelpOptions = true,
    description = "Imports people from a CSV file, exports one person's data.",
    subcommands = {PeopleCommand.Import.class, PeopleCommand.Export.class})
final class PeopleCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Say import or export; see --help.");
    }
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = {
        "Makes people of the rows of a CSV file: UTF-8, the first line names the columns",
        "id, name, photo and others. Photos lie beside the file. Rows that were imported",
        "before are recognised, so that a list that was cut off is taken up again."
      })
  static final class Import extends AdministrativeCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "The list.")
    private Path file = Path.of("");

    @Override
    int perform(Administration administration) {
      Path csv = file.toAbsolutePath();
      // the list is read before the results of an earlier import are replaced
      var slices = administration.importPeople(csv);
      try (ImportRun run = new ImportRun(csv, slices)) {
        ImportRun.Progress progress = run.step();
        while (!progress.over()) {
          if (!json()) {
            out().printf("%d of %d rows%n", progress.done(), progress.total());
            out().flush();
          }
          progress = run.step();
        }
        tell(progress);
        return progress.count(Status.REFUSED) == 0 ? Main.DONE : Main.REFUSED;
      }
    }

    private void tell(ImportRun.Progress progress) {
      Map<String, Object> summary = new TreeMap<>();
      for (Status status : Status.values()) {
        summary.put(status.name().toLowerCase(Locale.ROOT), progress.count(status));
      }
      summary.put("rows", progress.total());
      summary.put("results", progress.results().toString());
      row(summary);
      if (!json()) {
        for (ImportedRow each : progress.problems()) {
          out().printf("row %d: %s %s%n", each.row(), each.code(), each.message());
        }
      }
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes all that is on record about a person to a ZIP file, for that person.")
  static final class Export extends AdministrativeCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The person's id.")
    private String id = "";

    @Option(
        names = "--to",
        paramLabel = "FILE",
        description = "Where to (default: person.zip in this folder).")
    private Path file = Path.of("person.zip");

    @Option(
        names = "--client",
        paramLabel = "CLIENT_ID",
        description = "Whose person it is (default: the desk's).")
    private String clientId = "client_desk";

    @Override
    int perform(Administration administration) {
      Path target = file.toAbsolutePath();
      administration.exportPerson(clientId, id, target);
      answer(Map.of("file", target.toString()), "written to " + target);
      return Main.DONE;
    }
  }
}
