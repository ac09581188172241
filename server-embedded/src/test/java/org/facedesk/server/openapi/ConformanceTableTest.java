package org.facedesk.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facedesk.server.ws.CloseCode;
import org.junit.jupiter.api.Test;

/** The table in docs/protocol.md that says which test keeps which part of the protocol. */
class ConformanceTableTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+?) \\| (`.+`) \\|$");
  private static final Pattern TEST = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");

  private final List<MatchResult> rows = rows();

  private static List<MatchResult> rows() {
    String document = read(ROOT.resolve("docs/protocol.md"));
    int from = document.indexOf("## Conformance");
    int to = document.indexOf("\n## ", from + 1);
    return ROW.matcher(document.substring(from, to < 0 ? document.length() : to))
        .results()
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void namesTestsThatExist() throws IOException {
    Map<String, String> sources = testSources();
    assertThat(rows).hasSizeGreaterThan(30);
    for (MatchResult row : rows) {
      TEST.matcher(row.group(2))
          .results()
          .forEach(test -> {
            String source = sources.get(test.group(1));
            assertThat(source).as(test.group()).isNotNull();
            if (test.group(2) != null) {
              assertThat(source).as(test.group()).contains("void " + test.group(2) + "(");
            }
          });
    }
  }

  private static Map<String, String> testSources() throws IOException {
    try (Stream<Path> files =
        Files.find(
            ROOT,
            12,
            (file, attributes) ->
                file.toString().endsWith(".java") && file.toString().contains("/src/test/java/"))) {
      return files
          .filter(file -> !file.endsWith("package-info.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  ConformanceTableTest::read,
                  (one, other) -> one + other));
    }
  }

  @Test
  void hasARowForEveryAddressMessageAndCloseCode() {
    String parts = rows.stream().map(row -> row.group(1)).collect(Collectors.joining("\n"));
    Stream<String> addresses =
        OpenApiDocument.described().stream().map(ConformanceTableTest::withoutMethod);
    Stream<String> messages =
        Schemas.messageTypes().keySet().stream().map(type -> "`" + type + "`");
    Stream<String> codes = Arrays.stream(CloseCode.values()).map(code -> "" + code.number());
    assertThat(Stream.of(addresses, messages, codes).flatMap(Function.identity()))
        .allSatisfy(part -> assertThat(parts).contains(part));
  }

  private static String withoutMethod(String described) {
    return "`" + described.substring(described.indexOf('/')) + "/`";
  }
}
