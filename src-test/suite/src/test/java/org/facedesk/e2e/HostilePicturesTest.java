package org.facedesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.Person;
import org.facedesk.e2e.RemoteClient.Conversation;
import org.facedesk.e2e.RemoteClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files from the test corpora of decoders, each sent as a frame; only where they are at hand. */
class HostilePicturesTest {
  private static final int FRAMES_A_SESSION = 100;
  private static final int SESSIONS_AT_ONCE = 8;
  private static final int TOO_SOON = 429;
  private static final int MOST_ROUNDS = 5;

  @TempDir private Path data;

  @Test
  void aHostileFileIsRefusedOrJudgedAndTheStationGoesOn() throws Exception {
    Optional<Path> corpus = SharedFolder.find("eval/bad-input");
    assumeTrue(corpus.isPresent(), "no evaluation data beside the checkout");
    List<List<byte[]>> sessions = sessions(corpus.get());
    JsonNode created =
        StationProcess.run("client", "create", "stranger", "--json", "--data", data.toString())
            .last();
    try (StationProcess station = StationProcess.serve(data);
        RemoteClient client =
            new RemoteClient(station.address(), created.get("api_key").asString())) {
      assertThat(problems(client, sessions.subList(0, 2))).isNotEmpty();
      long before = station.residentMegabytes();

      List<JsonNode> problems = problems(client, sessions);

      assertThat(problems)
          .allSatisfy(problem ->
              assertThat(problem.get("code").asInt()).as(problem.toString()).isLessThan(500));
      assertThat(client.get("/health/").status()).isEqualTo(200);
      assertThat(station.residentMegabytes() - before).isLessThan(250);
      assertThat(enrolled(client)).isEqualTo("enrollment_complete");
    }
  }

  private static List<List<byte[]>> sessions(Path corpus) throws IOException {
    List<byte[]> files = new ArrayList<>();
    try (Stream<Path> listed = Files.list(corpus)) {
      for (Path file : listed.filter(f -> !f.toString().endsWith(".csv")).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 0) {
          files.add(bytes);
        }
      }
    }
    List<List<byte[]>> sessions = new ArrayList<>();
    for (int i = 0; i < files.size(); i += FRAMES_A_SESSION) {
      sessions.add(files.subList(i, Math.min(files.size(), i + FRAMES_A_SESSION)));
    }
    return sessions;
  }

  /** Every refusal of a file for what it is. */
  private static List<JsonNode> problems(RemoteClient client, List<List<byte[]>> sessions)
      throws Exception {
    List<JsonNode> problems = new ArrayList<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(SESSIONS_AT_ONCE)) {
      List<Future<List<JsonNode>>> answers =
          sessions.stream().map(files -> senders.submit(() -> refusals(client, files))).toList();
      for (Future<List<JsonNode>> refused : answers) {
        problems.addAll(refused.get());
      }
    }
    return problems;
  }

  /** What the station says of each file it refuses; one that came too soon is sent again. */
  private static List<JsonNode> refusals(RemoteClient client, List<byte[]> files) throws Exception {
    List<JsonNode> refusals = new ArrayList<>();
    List<byte[]> waiting = files;
    for (int round = 0; !waiting.isEmpty(); round++) {
      assertThat(round).as("times that a file came too soon").isLessThan(MOST_ROUNDS);
      List<JsonNode> answers = answers(client, waiting);
      assertThat(answers).as("one answer for each file").hasSameSizeAs(waiting);
      List<byte[]> tooSoon = new ArrayList<>();
      for (int i = 0; i < answers.size(); i++) {
        JsonNode answer = answers.get(i);
        if (answer.path("code").asInt(0) == TOO_SOON) {
          tooSoon.add(waiting.get(i));
        } else if (answer.get("type").asString().equals("error")) {
          refusals.add(answer);
        }
      }
      waiting = tooSoon;
    }
    return refusals;
  }

  private static List<JsonNode> answers(RemoteClient client, List<byte[]> files) throws Exception {
    JsonNode session = enrollment(client);
    Conversation conversation = client.stream(session.get("websocket_url").asString(), files);
    client.post(
        "/api/auth/sessions/" + session.get("session_token").asString() + "/cancel/", Map.of());
    return conversation.messages().stream()
        .filter(message -> !message.get("type").asString().equals("connection_established"))
        .toList();
  }

  private static String enrolled(RemoteClient client) throws Exception {
    return client.stream(
            enrollment(client).get("websocket_url").asString(),
            Clips.of(Person.PORTRAIT, Choreography.FULL, 11.9, 1))
        .last()
        .get("type")
        .asString();
  }

  private static JsonNode enrollment(RemoteClient client) throws Exception {
    Reply created = client.post("/api/auth/enrollment/", Map.of("user_id", "ada"));
    assertThat(created.status()).isEqualTo(201);
    return created.body();
  }
}
