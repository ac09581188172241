package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facedesk.server.http.StationPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page at {@code /}, as far as it can be told without a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StationPageTest {
  private static final Path CLIENTS = Path.of("../clients").toAbsolutePath().normalize();
  private static final Pattern REFERENCE =
      Pattern.compile("(?:src|href)=\"([^\"]+)\"|from '(\\.[^']+\\.js)'");

  private Station station;

  @BeforeAll
  void start(@TempDir Path folder) {
    station = new Station(folder);
  }

  @AfterAll
  void stop() {
    station.close();
  }

  @Test
  void isServedToAnyoneUnderStrictRules() {
    HttpResponse<String> page = station.send(station.request("/"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "*");
    assertThat(header(page, "Permissions-Policy")).contains("camera=(self)", "microphone=()");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void holdsNothingInlineThatTheRulesWouldStop() {
    String page = station.send(station.request("/")).body();

    assertThat(page).doesNotContainPattern("<style|style=|\\son[a-z]+=|javascript:");
    assertThat(page).doesNotContainPattern("<script(?![^>]*src=)");
  }

  @Test
  void everythingItRefersToIsThere() {
    for (StationPage.Part part : StationPage.parts()) {
      HttpResponse<String> file = station.send(station.request(part.path()));
      assertThat(file.statusCode()).as(part.path()).isEqualTo(200);
      Matcher reference = REFERENCE.matcher(file.body());
      while (reference.find()) {
        String name = reference.group(1) != null ? reference.group(1) : reference.group(2);
        String path = URI.create(part.path()).resolve(name).getPath();
        assertThat(station.send(station.request(path)).statusCode()).as(path).isEqualTo(200);
      }
    }
  }

  @Test
  void everyFileOfPageAndClientIsServedAndNoOther() throws IOException {
    List<String> served =
        StationPage.parts().stream().map(StationPage.Part::path).skip(1).sorted().toList();

    assertThat(served).isEqualTo(files());
    assertThat(station.send(station.request("/clients/web/package.json")).statusCode())
        .isEqualTo(404);
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> web = Files.list(CLIENTS.resolve("web"));
        Stream<Path> client = Files.list(CLIENTS.resolve("javascript"));
        Stream<Path> sources = Files.list(CLIENTS.resolve("javascript/src"))) {
      return Stream.of(web, client, sources)
          .flatMap(files -> files)
          .filter(file -> file.getFileName().toString().matches(".*\\.(js|css|svg)"))
          .map(file -> "/clients/" + CLIENTS.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
