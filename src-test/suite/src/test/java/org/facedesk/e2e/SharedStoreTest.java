package org.facedesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.Person;
import org.facedesk.e2e.RemoteClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two stations, two data folders, one PostgreSQL. */
class SharedStoreTest {
  private static final Map<String, String> CREDENTIALS =
      Map.of("FACEDESK_STORE_USER", "postgres", "FACEDESK_STORE_PASSWORD", "postgres");

  @TempDir private Path folder;

  @Test
  void whoWasEnrolledAtOneStationIsRecognisedAtTheOther() throws Exception {
    Path north = Files.createDirectory(folder.resolve("north"));
    Path south = Files.createDirectory(folder.resolve("south"));
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      List<String> store = List.of("--store", postgres.getJdbcUrl("postgres", "postgres"));
      try (StationProcess first = StationProcess.serve(north, store, CREDENTIALS)) {
        String apiKey =
            StationProcess.run("client", "create", "doors", "--json", "--data", north.toString())
                .last()
                .get("api_key")
                .asString();
        Files.copy(north.resolve("station.key"), south.resolve("station.key"));
        try (StationProcess second = StationProcess.serve(south, store, CREDENTIALS)) {
          JsonNode here =
              answer(first.address(), apiKey, "enrollment", Map.of("user_id", "ada"), 1);
          assertThat(here.get("type").asString()).isEqualTo("enrollment_complete");

          JsonNode there = recognised(second.address(), apiKey);

          assertThat(there.get("authenticated").asBoolean()).isTrue();
          assertThat(there.get("user_id").asString()).isEqualTo("ada");
        }
      }
    }
    assertThat(names(north)).doesNotContain("station.mv.db");
  }

  /** The other station looks for what is new every few seconds. */
  private static JsonNode recognised(URI station, String apiKey) throws Exception {
    JsonNode last = answer(station, apiKey, "authentication", Map.of(), 2);
    for (long seed = 3; seed < 6 && !last.get("authenticated").asBoolean(); seed++) {
      last = answer(station, apiKey, "authentication", Map.of(), seed);
    }
    return last;
  }

  private static JsonNode answer(
      URI station, String apiKey, String kind, Map<String, String> wish, long seed)
      throws Exception {
    try (RemoteClient client = new RemoteClient(station, apiKey)) {
      Reply created = client.post("/api/auth/" + kind + "/", wish);
      assertThat(created.status()).isEqualTo(201);
      return client.stream(
              created.body().get("websocket_url").asString(),
              Clips.of(Person.PORTRAIT, Choreography.FULL, 11.9, seed))
          .last();
    }
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
