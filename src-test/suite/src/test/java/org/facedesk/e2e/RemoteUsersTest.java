package org.facedesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.Person;
import org.facedesk.e2e.RemoteClient.Conversation;
import org.facedesk.e2e.RemoteClient.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Users with old photos, with the real engine: created, enrolled, compared, erased. */
class RemoteUsersTest {
  private static final String USERS = "/api/clients/users/";

  @TempDir private Path data;
  private StationProcess station;
  private RemoteClient client;

  @BeforeEach
  void start() throws Exception {
    JsonNode created =
        StationProcess.run("client", "create", "reception", "--json", "--data", data.toString())
            .last();
    station = StationProcess.serve(data);
    client = new RemoteClient(station.address(), created.get("api_key").asString());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    station.close();
  }

  @Test
  void anEnrollmentSaysWhetherThePersonIsTheOneOfTheOldPhoto() throws Exception {
    createWithPhotoOf("ada", Person.PORTRAIT);
    JsonNode same = enroll("ada", Person.PORTRAIT, 1);
    assertThat(same.path("type").asString()).isEqualTo("enrollment_complete");
    assertThat(same.path("similarity_with_old_photo").asDouble()).isGreaterThan(0.9);
    JsonNode user = client.get(USERS + "ada/").body();
    assertThat(user.path("is_enrolled").asBoolean()).isTrue();
    assertThat(user.path("similarity_with_old_photo").asDouble())
        .isEqualTo(same.path("similarity_with_old_photo").asDouble());

    assertThat(client.delete(USERS + "ada/")).isEqualTo(204);
    assertThat(client.post("/api/auth/authentication/", Map.of("user_id", "ada")).status())
        .isEqualTo(404);

    createWithPhotoOf("eve", Person.BEARDED);
    JsonNode other = enroll("eve", Person.PORTRAIT, 2);
    assertThat(other.path("type").asString())
        .as("whoever was erased is nobody's duplicate")
        .isEqualTo("enrollment_complete");
    assertThat(other.path("similarity_with_old_photo").asDouble()).isLessThan(0.5);
  }

  private void createWithPhotoOf(String id, Person person) throws Exception {
    byte[] photo = Clips.of(person, Choreography.FULL, 1, 1).getFirst();
    Reply created =
        client.post(
            USERS,
            Map.of(
                "external_user_id",
                id,
                "old_profile_photo",
                "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(photo)));
    assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
  }

  private JsonNode enroll(String id, Person person, long seed) throws Exception {
    Reply started = client.post("/api/auth/enrollment/", Map.of("user_id", id));
    Conversation conversation =
        client.stream(
            started.body().get("websocket_url").asString(),
            Clips.of(person, Choreography.FULL, 11.9, seed));
    return conversation.last();
  }
}
