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
import org.facedesk.core.ErrorCode;
import org.facedesk.engine.liveness.ChallengeAction;
import org.facedesk.protocol.Refusal;
import org.facedesk.protocol.crypto.Reading;
import org.facedesk.server.ws.CloseCode;
import org.facedesk.store.SessionStatus;
import org.junit.jupiter.api.Test;

/** The table in docs/protocol.md that says which test keeps which part of the protocol. */
class ConformanceTableTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+?) \\| (`.+`) \\|$");
  private static final Pattern TEST = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");

  private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| (.+?) \\| .+\\|$");

  private static final Pattern SCHEME =
      Pattern.compile("(?m)^ {4}((?:Authorization|X-API-Key): .+)$");

  private final String document = read(ROOT.resolve("docs/protocol.md"));
  private final List<MatchResult> rows =
      ROW.matcher(section("\n## Conformance")).results().toList();
  private final String parts =
      rows.stream().map(row -> row.group(1)).collect(Collectors.joining("\n"));

  private String section(String heading) {
    int from = document.indexOf(heading);
    assertThat(from).as(heading).isPositive();
    int to = document.indexOf("\n#", from + heading.length());
    return document.substring(from, to < 0 ? document.length() : to);
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
  void hasARowForEveryAddressMessageAndCode() {
    Stream<String> addresses =
        OpenApiDocument.described().stream().map(ConformanceTableTest::withoutMethod);
    Stream<String> messages = quoted(Schemas.messageTypes().keySet().stream());
    Stream<String> codes = Arrays.stream(CloseCode.values()).map(code -> "" + code.number());
    Stream<String> statuses =
        Arrays.stream(ErrorCode.values()).map(code -> "" + Refusal.of(code, "").status());
    assertThat(Stream.of(addresses, messages, codes, statuses).flatMap(Function.identity()))
        .allSatisfy(part -> assertThat(parts).contains(part));
  }

  @Test
  void hasARowForEveryLimitAndHeaderOfTheDocument() {
    List<String> limits =
        FIRST_CELL
            .matcher(section("\n## Limits"))
            .results()
            .map(row -> "limit: " + row.group(1))
            .skip(1) // the heading
            .filter(limit -> !limit.contains("---"))
            .toList();
    List<String> schemes =
        SCHEME.matcher(section("\n## Credentials")).results().map(line -> line.group(1)).toList();
    assertThat(limits).hasSizeGreaterThan(8);
    assertThat(schemes).hasSize(4);
    assertThat(Stream.concat(limits.stream(), quoted(schemes.stream())))
        .allSatisfy(part -> assertThat(parts).contains(part));
  }

  @Test
  void hasARowForEveryStateKeyMovementAndNotice() {
    Stream<String> states = Arrays.stream(SessionStatus.values()).map(SessionStatus::wireName);
    Stream<String> keys = Arrays.stream(Reading.values()).map(Reading::wireName);
    Stream<String> movements =
        Arrays.stream(ChallengeAction.values()).map(ChallengeAction::wireName);
    Stream<String> notices = Stream.of("session.completed", "session.failed");
    assertThat(quoted(Stream.of(states, keys, movements, notices).flatMap(Function.identity())))
        .allSatisfy(part -> assertThat(parts).contains(part));
  }

  private static Stream<String> quoted(Stream<String> parts) {
    return parts.map(part -> "`" + part + "`");
  }

  private static String withoutMethod(String described) {
    return "`" + described.substring(described.indexOf('/')) + "/`";
  }
}
