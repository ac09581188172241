package org.facedesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
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

  @Test
  void aStationIsServedUnderTheOperatorsOwnCertificate() throws Exception {
    String password = "of the key store";
    Path file = folder.resolve("station.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "desk",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                password)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(keytool.waitFor()).isZero();
    Path data = folder.resolve("data");
    List<String> certificate = List.of("--certificate", file.toString());

    Map<String, String> environment = Map.of("FACEDESK_CERTIFICATE_PASSWORD", password);
    try (StationProcess station = StationProcess.serve(data, certificate, environment);
        HttpClient http =
            HttpClient.newBuilder().sslContext(trusting(file, password.toCharArray())).build()) {
      assertThat(station.address().getScheme()).isEqualTo("https");
      HttpRequest health =
          HttpRequest.newBuilder(station.address().resolve("/api/core/health/")).build();
      assertThat(http.send(health, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    Answer withoutPassword =
        StationProcess.run(
            "serve", "--port", "0", "--data", data.toString(), "--certificate", file.toString());
    assertThat(withoutPassword.exitCode()).isEqualTo(1);
    assertThat(withoutPassword.out()).doesNotContain("listening");
  }

  /** Whoever trusts this certificate and no other. */
  private static SSLContext trusting(Path file, char[] password) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(
        "desk", KeyStore.getInstance(file.toFile(), password).getCertificate("desk"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
