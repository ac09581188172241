package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.facedesk.server.RealStation.Reply;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code /api/clients/users/} over a real connection and a real store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsersTest {
  private static final String USERS = "/api/clients/users/";

  private RealStation station;

  @BeforeAll
  void start(@TempDir Path folder) {
    station = new RealStation(folder);
  }

  @AfterAll
  void stop() {
    station.close();
  }

  private JsonNode create(String json) {
    Reply reply = station.post(USERS, json);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.json();
  }

  private void create(String id, int oldFace) {
    create(
        "{\"external_user_id\":\"%s\",\"old_profile_photo\":\"%s\"}"
            .formatted(id, RealStation.image(1, oldFace, 80)));
  }

  private static void assertError(Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.json().path("code").asString()).isEqualTo(code);
  }

  @Nested
  class Creating {
    @Test
    void givesTheWholeRecord() {
      JsonNode user =
          create(
              """
              {"external_user_id":"c1","profile":{"name":"Ada"},"metadata":{"floor":3},
               "face_auth_enabled":false}
              """);
      assertThat(user.path("id").asString()).hasSize(36);
      assertThat(user.path("external_user_id").asString()).isEqualTo("c1");
      assertThat(user.path("profile").path("name").asString()).isEqualTo("Ada");
      assertThat(user.path("metadata").path("floor").asInt()).isEqualTo(3);
      assertThat(user.path("face_auth_enabled").asBoolean(true)).isFalse();
      assertThat(user.path("is_active").asBoolean()).isTrue();
      assertThat(user.path("is_enrolled").asBoolean(true)).isFalse();
      for (String unknown :
          List.of(
              "enrollment_completed_at",
              "similarity_with_old_photo",
              "old_profile_photo_url",
              "profile_image_url")) {
        assertThat(user.has(unknown)).as(unknown).isTrue();
        assertThat(user.get(unknown).isNull()).as(unknown).isTrue();
      }
      assertThat(station.get(USERS + "c1").json()).isEqualTo(user);
    }

    @Test
    void worksWithAFormAndFiles() {
      Reply reply =
          station.send(
              station.client,
              multipart(
                  part("external_user_id", "c2"),
                  part("profile", "{\"name\":\"Zoë\"}"),
                  part("face_auth_enabled", "False"),
                  file("old_profile_photo", ScriptedEngine.picture(1, 7, 80)),
                  file("profile_image", ScriptedEngine.picture(0, 0, 0))));
      assertThat(reply.status()).as(reply.text()).isEqualTo(201);
      JsonNode user = reply.json();
      assertThat(user.path("profile").path("name").asString()).isEqualTo("Zoë");
      assertThat(user.path("face_auth_enabled").asBoolean(true)).isFalse();
      assertThat(user.path("old_profile_photo_url").asString())
          .isEqualTo(station.address.url() + USERS + "c2/old_profile_photo/");
      assertThat(station.bytes(station.client, USERS + "c2/profile_image/"))
          .isEqualTo(ScriptedEngine.picture(0, 0, 0));
    }

    @Test
    void twiceIsRefused() {
      create("{\"external_user_id\":\"c3\"}");
      assertError(station.post(USERS, "{\"external_user_id\":\"c3\"}"), 400, "USER_EXISTS");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{\"external_user_id\":\"\"}",
          "{\"external_user_id\":\" \"}",
          "{\"external_user_id\":\"a\\nb\"}",
          "{\"external_user_id\":true}",
          "{\"external_user_id\":\"x\",\"profile\":[]}",
          "{\"external_user_id\":\"x\",\"metadata\":\"text\"}",
          "{\"external_user_id\":\"x\",\"face_auth_enabled\":\"perhaps\"}",
          "{\"external_user_id\":\"x\",\"old_profile_photo\":7}",
          "not json"
        })
    void refusesWhatCannotBeMeant(String body) {
      assertError(station.post(USERS, body), 400, "INVALID_REQUEST");
    }

    @Test
    void takesANumberForAnId() {
      assertThat(create("{\"external_user_id\":1042}").path("external_user_id").asString())
          .isEqualTo("1042");
    }

    @Test
    void refusesAnOldPhotoWithoutExactlyOneClearFaceAndMakesNobody() {
      for (String image :
          List.of(
              RealStation.image(0, 0, 0),
              RealStation.image(2, 1, 80),
              RealStation.image(1, 1, 9))) {
        Reply reply =
            station.post(
                USERS, "{\"external_user_id\":\"c4\",\"old_profile_photo\":\"" + image + "\"}");
        assertError(reply, 400, "PHOTO_UNUSABLE");
      }
      assertError(station.get(USERS + "c4"), 404, "USER_NOT_FOUND");
    }

    private java.net.http.HttpRequest.Builder multipart(String... parts) {
      String body = String.join("", parts) + "--edge--\r\n";
      return station
          .request(USERS)
          .header("Content-Type", "multipart/form-data; boundary=edge")
          .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String part(String name, String value) {
      String utf8 = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      return "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
          .formatted(name, utf8);
    }

    private static String file(String name, byte[] bytes) {
      String head =
          "--edge\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a.jpg\"\r\n"
              .formatted(name);
      return head
          + "Content-Type: image/jpeg\r\n\r\n"
          + new String(bytes, StandardCharsets.ISO_8859_1)
          + "\r\n";
    }
  }

  @Nested
  class Changing {
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void leavesAloneWhatIsNotNamed(String method) {
      String id = "p-" + method;
      create("{\"external_user_id\":\"%s\",\"profile\":{\"a\":1}}".formatted(id));
      Reply changed = station.json(method, USERS + id + "/", "{\"metadata\":{\"b\":2}}");
      assertThat(changed.status()).isEqualTo(200);
      assertThat(changed.json().path("profile").path("a").asInt()).isEqualTo(1);
      assertThat(changed.json().path("metadata").path("b").asInt()).isEqualTo(2);
    }

    @Test
    void canTakeAPictureAwayAndPutAnother() {
      create("p2", 1);
      String path = USERS + "p2/";
      JsonNode without = station.json("PATCH", path, "{\"old_profile_photo\":null}").json();
      assertThat(without.get("old_profile_photo_url").isNull()).isTrue();
      assertError(station.get(path + "old_profile_photo/"), 404, "NOT_FOUND");
      String body = "{\"profile_image\":\"" + RealStation.image(0, 0, 5) + "\"}";
      assertThat(station.json("PATCH", path, body).json().get("profile_image_url").asString())
          .endsWith("/p2/profile_image/");
    }

    @Test
    void doesNotRename() {
      create("{\"external_user_id\":\"p3\"}");
      assertError(
          station.json("PUT", USERS + "p3/", "{\"external_user_id\":\"p4\"}"),
          400,
          "INVALID_REQUEST");
      assertThat(station.json("PUT", USERS + "p3/", "{\"external_user_id\":\"p3\"}").status())
          .isEqualTo(200);
    }

    @Test
    void ofNobodyIsNotFound() {
      assertError(station.json("PATCH", USERS + "nobody/", "{}"), 404, "USER_NOT_FOUND");
    }
  }

  @Test
  void aListComesInPagesOfTwentyNewestFirst() {
    for (int i = 0; i < 21; i++) {
      station.send(
          station.stranger,
          station.jsonRequest("POST", USERS, "{\"external_user_id\":\"l" + i + "\"}"));
    }
    JsonNode first = station.send(station.stranger, station.request(USERS)).json();
    assertThat(first.path("count").asInt()).isEqualTo(21);
    assertThat(first.path("results").size()).isEqualTo(20);
    assertThat(first.get("previous").isNull()).isTrue();
    String next = first.get("next").asString();
    assertThat(next).isEqualTo(station.address.url() + USERS + "?page=2");

    JsonNode second = station.send(station.stranger, station.request(USERS + "?page=2")).json();
    assertThat(second.path("results").get(0).path("external_user_id").asString()).isEqualTo("l0");
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(second.get("previous").asString()).isEqualTo(station.address.url() + USERS);
    for (String page : List.of("3", "0", "-1", "x", "99999999999")) {
      assertError(
          station.send(station.stranger, station.request(USERS + "?page=" + page)),
          404,
          "NOT_FOUND");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "ü €", "100%", "x?y#z", "{id}", "a+b"})
  void anIdMayHoldAnyCharacter(String id) {
    create("{\"external_user_id\":\"" + id + "\"}");
    Reply reply =
        station.get(
            USERS
                + java.net.URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")
                + "/");
    assertThat(reply.json().path("external_user_id").asString()).isEqualTo(id);
  }

  @Test
  void aPathThatIsNotUtf8LeadsNowhere() {
    assertError(station.get(USERS + "%ff/"), 404, "NOT_FOUND");
    assertError(station.get(USERS + "nobody%20at%20all/"), 404, "USER_NOT_FOUND");
  }

  @Test
  void theOldPhotoIsComparedAtEnrollmentAndAnswersToItsOwnerOnly() {
    create("o1", 11);
    create("o2", 11);
    assertThat(station.enroll("o2", 12).path("similarity_with_old_photo").asDouble())
        .isBetween(0.29, 0.30);
    assertThat(station.enroll("o1", 11).path("similarity_with_old_photo").asDouble()).isEqualTo(1);

    JsonNode user = station.get(USERS + "o1/").json();
    assertThat(user.path("similarity_with_old_photo").asDouble()).isEqualTo(1);
    assertThat(user.path("is_enrolled").asBoolean()).isTrue();
    assertThat(user.path("enrollment_completed_at").asString()).endsWith("Z");
    assertThat(station.bytes(station.client, USERS + "o1/old_profile_photo/"))
        .isEqualTo(ScriptedEngine.picture(1, 11, 80));
    assertError(
        station.send(station.stranger, station.request(USERS + "o1/old_profile_photo/")),
        404,
        "USER_NOT_FOUND");
  }

  @Test
  void aDeletedUserLeavesNothing() {
    create("d1", 3);
    assertThat(station.enroll("d1", 3).path("type").asString()).isEqualTo("enrollment_complete");
    UserRecord record =
        station
            .store
            .users()
            .byExternalId(
                station.store.clients().byClientId(station.client.clientId()).orElseThrow().id(),
                "d1")
            .orElseThrow();
    long before = station.gallery.size();

    Reply deleted = station.delete(USERS + "d1/");

    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.text()).isEmpty();
    assertThat(station.gallery.size()).isEqualTo(before - 1);
    assertThat(station.store.templates().ofUser(record.id())).isEmpty();
    assertThat(station.store.pictures().facts(List.of(record.id()))).isEmpty();
    assertError(station.get(USERS + "d1/"), 404, "USER_NOT_FOUND");
    assertError(station.delete(USERS + "d1/"), 404, "USER_NOT_FOUND");
  }

  @Test
  void aDeactivatedUserCannotAuthenticateUntilActivated() {
    station.enroll("s1", 4);
    String verify = "{\"user_id\":\"s1\"}";
    String waiting =
        station.post("/api/auth/authentication/", verify).json().path("session_token").asString();

    JsonNode off = station.post(USERS + "s1/deactivate/", "").json();
    assertThat(off.path("is_active").asBoolean(true)).isFalse();
    assertError(station.post("/api/auth/authentication/", verify), 403, "FORBIDDEN");
    assertThat(station.play(waiting, 4).json().path("authenticated").asBoolean(true)).isFalse();
    String anyone =
        station.post("/api/auth/authentication/", "{}").json().path("session_token").asString();
    assertThat(station.play(anyone, 4).json().path("authenticated").asBoolean(true)).isFalse();

    JsonNode on = station.post(USERS + "s1/activate/", "").json();
    assertThat(on.path("is_active").asBoolean()).isTrue();
    String again =
        station.post("/api/auth/authentication/", verify).json().path("session_token").asString();
    assertThat(station.play(again, 4).json().path("authenticated").asBoolean()).isTrue();
  }

  @Nested
  class Enrollments {
    private static final String ALL = "/api/auth/enrollments/";

    @Test
    void areListedLookedAtAndRemoved() {
      JsonNode complete = station.enroll("e1", 5);
      String id = complete.path("enrollment_id").asString();

      JsonNode one = station.get(ALL + id + "/").json();
      assertThat(one.path("user_id").asString()).isEqualTo("e1");
      assertThat(one.path("status").asString()).isEqualTo("completed");
      assertThat(one.path("quality_score").asDouble()).isPositive();
      assertThat(one.path("frames_processed").asInt()).isPositive();
      assertThat(one.path("completed_at").asString()).endsWith("Z");
      assertThat(station.get(ALL).json().path("results").get(0)).isEqualTo(one);
      JsonNode mine = station.get(USERS + "e1/enrollments/").json();
      assertThat(mine.path("count").asInt()).isEqualTo(1);
      assertThat(mine.path("results").get(0)).isEqualTo(one);

      assertThat(station.delete(ALL + id + "/").status()).isEqualTo(204);
      assertError(station.get(ALL + id + "/"), 404, "NOT_FOUND");
      assertThat(station.get(USERS + "e1/").json().path("is_enrolled").asBoolean(true)).isFalse();
      assertError(
          station.post("/api/auth/authentication/", "{\"user_id\":\"e1\"}"), 409, "NOT_ENROLLED");
    }

    @Test
    void ofOthersAreLikeNone() {
      String id = station.enroll("e2", 6).path("enrollment_id").asString();
      Reply foreign = station.send(station.stranger, station.request(ALL + id + "/"));
      Reply none =
          station.send(
              station.stranger, station.request(ALL + "00000000-0000-4000-8000-000000000000/"));
      assertError(foreign, 404, "NOT_FOUND");
      assertThat(withoutId(foreign)).isEqualTo(withoutId(none));
      assertError(
          station.send(station.stranger, station.request(ALL + id + "/").DELETE()),
          404,
          "NOT_FOUND");
      assertError(station.get(ALL + "no-id-at-all/"), 404, "NOT_FOUND");
      assertError(station.get(USERS + "nobody/enrollments/"), 404, "USER_NOT_FOUND");
    }

    private static String withoutId(Reply reply) {
      return reply.text().replaceAll("\"correlation_id\":\"[^\"]*\"", "");
    }
  }
}
