package org.facedesk.desktop.launch;

import java.io.PrintWriter;
import picocli.CommandLine.Option;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** {@code --json}: one JSON value a line on standard output, for scripts. */
final class JsonOption {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  @Option(names = "--json", description = "Answer in JSON, one value a line.")
  private boolean json;

  boolean wanted() {
    return json;
  }

  void print(PrintWriter out, Object value) {
    out.println(MAPPER.writeValueAsString(value));
    out.flush();
  }
}
