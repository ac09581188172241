package org.facedesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.Person;
import org.facedesk.e2e.RemoteClient.Conversation;
import org.facedesk.e2e.RemoteClient.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A remote client enrolls a person and recognises them, also after a crash. */
class RemoteEnrollmentTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Nothing else has this in its name. */
  private static final String ADA = "ada.lovelace";

  @TempDir private Path data;
  private StationProcess station;
  private RemoteClient client;
  private String apiKey;

  @BeforeEach
  void start() throws Exception {
    JsonNode created =
        StationProcess.run("client", "create", "reception", "--json", "--data", data.toString())
            .last();
    apiKey = created.get("api_key").asString();
    station = StationProcess.serve(data);
    client = new RemoteClient(station.address(), apiKey);
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    station.close();
  }

  @Test
  void aPersonIsEnrolledRecognisedAndStillKnownAfterACrash() throws Exception {
    Conversation enrollment = client.stream(enrollmentUrl(ADA), clip(Person.PORTRAIT, 1));

    JsonNode complete = enrollment.last();
    assertThat(complete.get("type").asString()).isEqualTo("enrollment_complete");
    assertThat(enrollment.closeCode()).isEqualTo(1000);
    assertThat(opened(complete).get("id").asString()).isEqualTo(ADA);

    assertThat(authenticated(ADA, Person.PORTRAIT, 2)).isEqualTo(ADA);
    assertThat(authenticated(null, Person.PORTRAIT, 3)).isEqualTo(ADA);
    assertThat(authenticated(ADA, Person.BEARDED, 4)).isEqualTo("nobody");
    assertThat(authenticated(null, Person.BEARDED, 5)).isEqualTo("nobody");
    theMetricsTellOfIt();
    Reply refused = client.post("/api/auth/authentication/", Map.of("user_id", "nobody at all"));

    station.kill();
    theLogTellsOf(refused.body().get("correlation_id").asString());
    station = StationProcess.serve(data);
    client.close();
    client = new RemoteClient(station.address(), apiKey);

    assertThat(authenticated(null, Person.PORTRAIT, 6)).isEqualTo(ADA);
  }

  private void theMetricsTellOfIt() throws Exception {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30)) // sessions are counted now and then
        .untilAsserted(() ->
            assertThat(client.text("/metrics").lines())
                .contains(
                    "facedesk_sessions{state=\"completed\"} 3.0",
                    "facedesk_sessions{state=\"failed\"} 2.0",
                    "facedesk_sessions{state=\"active\"} 0.0",
                    "facedesk_frames_total{outcome=\"Enrolled\"} 1.0",
                    "facedesk_gallery_templates 1.0",
                    "facedesk_analysis_waiting 0.0",
                    "facedesk_analysis_active 0.0",
                    "facedesk_decoder_deaths_total 0.0"));
    for (String stage : List.of("decode", "analyze", "embed")) {
      String count = "facedesk_stage_seconds_count{stage=\"" + stage + "\"} ";
      assertThat(client.text("/metrics").lines())
          .filteredOn(line -> line.startsWith(count))
          .singleElement()
          .satisfies(
              line -> assertThat(Double.parseDouble(line.substring(count.length()))).isPositive());
    }
  }

  /**
   * One JSON object a line, found by the id that the caller was told; of people and keys nothing.
   */
  private void theLogTellsOf(String correlationId) throws Exception {
    String log = Files.readString(data.resolve("logs").resolve("station.log"));
    assertThat(log).doesNotContain(ADA, "nobody at all", apiKey, "data:image");
    assertThat(log.lines().map(MAPPER::readTree))
        .filteredOn(line -> correlationId.equals(line.path("correlation_id").asString("")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.get("level").asString()).isEqualTo("INFO"));
  }

  @Test
  void aPictureHeldStillNeverCompletes() throws Exception {
    List<byte[]> still =
        Collections.nCopies(60, Clips.of(Person.PORTRAIT, Choreography.FULL, 1, 1).getFirst());

    Conversation conversation = client.stream(enrollmentUrl(ADA), still);

    assertThat(conversation.count("enrollment_complete")).isZero();
  }

  @Test
  void withoutABlinkOrWithoutATurnNobodyIsEnrolled() throws Exception {
    for (Choreography choreography :
        List.of(Choreography.WITHOUT_BLINK, Choreography.WITHOUT_MOTION)) {
      Conversation conversation =
          client.stream(enrollmentUrl(ADA), Clips.of(Person.PORTRAIT, choreography, 6, 1));

      assertThat(conversation.count("enrollment_complete")).isZero();
    }
  }

  private static List<byte[]> clip(Person person, long seed) {
    return Clips.of(person, Choreography.FULL, 11.9, seed);
  }

  private String enrollmentUrl(String user) throws Exception {
    Reply created = client.post("/api/auth/enrollment/", Map.of("user_id", user));
    assertThat(created.status()).isEqualTo(201);
    return created.body().get("websocket_url").asString();
  }

  private String authenticated(
      @org.jspecify.annotations.Nullable String user, Person person, long seed) throws Exception {
    Reply created =
        client.post("/api/auth/authentication/", user == null ? Map.of() : Map.of("user_id", user));
    assertThat(created.status()).isEqualTo(201);
    JsonNode last =
        client.stream(created.body().get("websocket_url").asString(), clip(person, seed)).last();
    assertThat(last.get("type").asString()).isEqualTo("authentication_complete");
    return last.get("authenticated").asBoolean() ? last.get("user_id").asString() : "nobody";
  }

  /** What an existing client does: AES-256-CBC under SHA-256 of its API key. */
  private JsonNode opened(JsonNode complete) throws Exception {
    byte[] sealed =
        Base64.getDecoder()
            .decode(complete.get("encrypted_data").get("encrypted_payload").asString());
    byte[] key =
        MessageDigest.getInstance("SHA-256").digest(apiKey.getBytes(StandardCharsets.UTF_8));
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new IvParameterSpec(Arrays.copyOf(sealed, 16)));
    return MAPPER.readTree(cipher.doFinal(sealed, 16, sealed.length - 16));
  }
}
