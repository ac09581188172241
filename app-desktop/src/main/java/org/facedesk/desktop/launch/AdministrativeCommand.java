package org.facedesk.desktop.launch;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** A command that works on a station's data, whether or not a station is running on them. */
abstract class AdministrativeCommand implements Callable<Integer> {
  @Mixin private StationOptions station = new StationOptions();
  @Mixin private JsonOption json = new JsonOption();
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  /**
   * @return the exit code
   */
  abstract int perform(Administration administration);

  @Override
  public Integer call() {
    try (Administration administration = Administration.of(station)) {
      return perform(administration);
    }
  }

  PrintWriter out() {
    return Output.of(spec);
  }

  /** Whether a script reads the answer. */
  boolean json() {
    return json.wanted();
  }

  /** Says what was done, to a script or to a person. */
  void answer(Map<String, ?> forScripts, String forPeople) {
    if (json.wanted()) {
      json.print(out(), forScripts);
    } else {
      out().println(forPeople);
    }
  }

  /** One row, name by name. */
  void row(Map<String, ?> row) {
    if (json.wanted()) {
      json.print(out(), row);
    } else {
      row.forEach((key, value) -> out().printf("%-14s %s%n", key, value));
    }
  }

  /** A client's credentials, this once. */
  void credentials(Map<String, Object> credentials) {
    row(credentials);
    if (!json.wanted()) {
      out().println("Keep the key and the secret now; they are not shown again.");
    }
  }
}
