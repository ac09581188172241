package org.facedesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.Person;
import org.facedesk.e2e.RemoteClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** A store that goes away, and one that runs full; side by side, since the first mostly waits. */
class AbsentStoreTest {
  private static final Map<String, String> CREDENTIALS =
      Map.of("FACEDESK_STORE_USER", "postgres", "FACEDESK_STORE_PASSWORD", "postgres");
  private static final long PATIENCE_SECONDS = 120;
  private static final long AWAY_SECONDS = 30;
  private static final int CLOSED_BY_A_FAULT = 4500;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  @TempDir private Path folder;

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void whileThePostgresIsAwayTheStationSaysSoAndAfterwardsItGoesOn() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    int port = freePort();
    EmbeddedPostgres before = postgres(port);
    EmbeddedPostgres after = null;
    List<String> store = List.of("--store", before.getJdbcUrl("postgres", "postgres"));
    try (StationProcess station = StationProcess.serve(data, store, CREDENTIALS);
        RemoteClient client = new RemoteClient(station.address(), apiKey(data))) {
      JsonNode session = enrollment(client, "ada").body();
      JsonNode caught = enrollment(client, "bob").body();
      List<byte[]> clip = Clips.of(Person.PORTRAIT, Choreography.FULL, 11.9, 1);
      client.stream(session.get("websocket_url").asString(), clip.subList(0, 10));

      List<byte[]> bob = Clips.of(Person.BEARDED, Choreography.FULL, 11.9, 1);
      AtomicLong gone = new AtomicLong();
      RemoteClient.Conversation cut =
          client.stream(
              caught.get("websocket_url").asString(),
              () ->
                  IntStream.range(0, bob.size())
                      .mapToObj(i -> i == 10 ? closing(before, gone, bob.get(i)) : bob.get(i))
                      .iterator());

      // feedback needs no store; the result does, and is not announced
      assertThat(cut.count("frame_processed")).isGreaterThan(20);
      assertThat(cut.count("enrollment_complete")).isZero();
      assertThat(cut.last().get("reason").asString()).isEqualTo("STORE_UNAVAILABLE");
      assertThat(cut.closeCode()).isEqualTo(CLOSED_BY_A_FAULT);

      // a socket that opens meanwhile is told the same, and its session is none the worse for it
      RemoteClient.Conversation unopened =
          client.stream(session.get("websocket_url").asString(), clip.subList(0, 1));
      assertThat(unopened.last().get("reason").asString()).isEqualTo("STORE_UNAVAILABLE");
      assertThat(unopened.closeCode()).isEqualTo(CLOSED_BY_A_FAULT);

      Reply refused = enrollment(client, "eve");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.body().get("code").asString()).isEqualTo("STORE_UNAVAILABLE");
      long back = gone.get() + TimeUnit.SECONDS.toNanos(AWAY_SECONDS);
      do {
        assertThat(client.get("/health/").status()).isEqualTo(503);
        LockSupport.parkNanos(PAUSE_NANOS);
      } while (System.nanoTime() < back);

      after = postgres(port);

      await("back in time", () -> client.get("/health/").status() == 200);
      // what could not be written down while it was away is made up for
      String state = "/api/auth/sessions/" + caught.get("session_token").asString() + "/";
      await(
          "its session let go",
          () -> client.get(state).body().get("status").asString().equals("disconnected"));
      // the session from before goes on: what it had is in the store
      assertThat(
              client.stream(session.get("websocket_url").asString(), clip)
                  .last()
                  .get("type")
                  .asString())
          .isEqualTo("enrollment_complete");
    } finally {
      before.close();
      if (after != null) {
        after.close();
      }
    }
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.call()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** The frame, once the database is gone. */
  private static byte[] closing(EmbeddedPostgres postgres, AtomicLong when, byte[] frame) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    when.set(System.nanoTime());
    return frame;
  }

  /** The process may write no file larger than 3 MiB: the same error as on a full disk. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void onAFullDiskNothingIsAcknowledgedThatIsNotKept() throws Exception {
    Path data = folder.resolve("data");
    String apiKey = apiKey(data);
    int kept = 0;
    try (StationProcess station = StationProcess.serveWithSmallFiles(data, 3);
        RemoteClient client = new RemoteClient(station.address(), apiKey)) {
      Reply reply = user(client, kept);
      while (reply.status() == 201) {
        kept++;
        assertThat(kept).as("the limit is reached").isLessThan(2000);
        reply = user(client, kept);
      }
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.body().get("code").asString()).isEqualTo("STORE_UNAVAILABLE");
      assertThat(client.get("/health/").status()).isEqualTo(503);
    }
    assertThat(kept).isPositive();
    try (StationProcess station = StationProcess.serve(data);
        RemoteClient client = new RemoteClient(station.address(), apiKey)) {
      for (int number = 0; number < kept; number++) {
        assertThat(client.get("/api/clients/users/person-" + number + "/").status())
            .as("person %d of %d", number, kept)
            .isEqualTo(200);
      }
      assertThat(user(client, kept + 1).status()).isEqualTo(201);
    }
  }

  private EmbeddedPostgres postgres(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(folder.resolve("postgres"))
        .setCleanDataDirectory(false)
        .start();
  }

  private static String apiKey(Path data) throws Exception {
    return StationProcess.run("client", "create", "doors", "--json", "--data", data.toString())
        .last()
        .get("api_key")
        .asString();
  }

  private static Reply enrollment(RemoteClient client, String user) throws Exception {
    return client.post("/api/auth/enrollment/", Map.of("user_id", user));
  }

  private static Reply user(RemoteClient client, int number) throws Exception {
    return client.post(
        "/api/clients/users/",
        Map.of(
            "external_user_id",
            "person-" + number,
            "metadata",
            Map.of("note", "x".repeat(30_000))));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
