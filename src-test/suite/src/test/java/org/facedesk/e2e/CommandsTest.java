package org.facedesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.Person;
import org.facedesk.e2e.StationProcess.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command line, as scripts use it. */
class CommandsTest {
  @TempDir private Path folder;

  @Test
  void clientsAreManagedWhetherOrNotAStationIsRunning() throws Exception {
    String data = folder.resolve("data").toString();
    JsonNode offline =
        StationProcess.run("client", "create", "first", "--json", "--data", data).last();
    try (StationProcess station = StationProcess.serve(folder.resolve("data"))) {
      JsonNode online =
          StationProcess.run("client", "create", "second", "--json", "--data", data).last();
      try (RemoteClient client =
          new RemoteClient(station.address(), online.get("api_key").asString())) {
        assertThat(client.post("/api/auth/enrollment/", Map.of("user_id", "a")).status())
            .isEqualTo(201);

        String id = online.get("client_id").asString();
        assertThat(StationProcess.run("client", "revoke", id, "--data", data).exitCode()).isZero();
        assertThat(client.post("/api/auth/enrollment/", Map.of("user_id", "a")).status())
            .isEqualTo(401);
      }
      Answer list = StationProcess.run("client", "list", "--json", "--data", data);
      assertThat(list.lines())
          .extracting(row -> row.get("client_id").asString())
          .contains(offline.get("client_id").asString(), online.get("client_id").asString());
    }
  }

  @Test
  void aSecondStationOnTheSameFolderIsRefused() throws Exception {
    try (StationProcess station = StationProcess.serve(folder)) {
      assertThat(station.address().getHost()).isEqualTo("127.0.0.1");

      Answer second = StationProcess.run("serve", "--port", "0", "--data", folder.toString());

      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.out()).doesNotContain("listening");
    }
  }

  @Test
  void picturesAreAnalysedComparedAndReplayed() throws Exception {
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    int number = 0;
    for (byte[] jpeg : Clips.of(Person.PORTRAIT, Choreography.FULL, 11.9, 1)) {
      Files.write(pictures.resolve("%03d.jpg".formatted(number++)), jpeg);
    }
    String first = pictures.resolve("000.jpg").toString();

    JsonNode analysis = StationProcess.run("analyze", "--json", first).last();
    assertThat(analysis.get("faces").asInt()).isEqualTo(1);
    assertThat(analysis.get("quality").get("sharpness").asInt()).isBetween(0, 100);

    JsonNode comparison =
        StationProcess.run("compare", "--json", first, pictures.resolve("009.jpg").toString())
            .last();
    assertThat(comparison.get("same").asBoolean()).isTrue();

    Answer replay = StationProcess.run("replay", "--json", pictures.toString());
    assertThat(replay.exitCode()).isZero();
    assertThat(replay.last().get("outcome").asString()).isEqualTo("captured");
    assertThat(replay.last().get("liveness_verified").asBoolean()).isTrue();
  }

  @Test
  void exitCodesTellRefusalFromBadUsage() throws Exception {
    assertThat(StationProcess.run("--help").exitCode()).isZero();
    assertThat(StationProcess.run("client", "frobnicate").exitCode()).isEqualTo(2);
    assertThat(StationProcess.run("analyze", folder.resolve("none.jpg").toString()).exitCode())
        .isEqualTo(1);
  }
}
