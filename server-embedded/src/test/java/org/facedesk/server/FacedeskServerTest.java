package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.server.ServerSettings.Limits;
import org.facedesk.server.ServerSettings.Tls;
import org.facedesk.server.security.TlsCertificate;
import org.facedesk.store.SessionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FacedeskServerTest {
  @TempDir Path folder;

  @Test
  void aPortOfZeroIsAFreeOneAndLoopbackIsPlain() {
    try (Station station = new Station(folder)) {
      assertThat(station.address.port()).isPositive();
      assertThat(station.address.encrypted()).isFalse();
      assertThat(station.address.url()).isEqualTo("http://127.0.0.1:" + station.address.port());
    }
  }

  @Test
  void whileItStopsItSaysSoInTheUsualForm() throws InterruptedException {
    try (Station station = new Station(folder)) {
      FakeSession slow = station.sessions.add(station.desk.client(), SessionType.ENROLLMENT);
      slow.permits.drainPermits(); // a frame in work keeps the station from stopping at once
      Socket socket = station.connect(slow);
      socket.next("connection_established");
      socket.frame(1);
      slow.taken.acquire();
      HttpResponse<String> answer = station.send(station.request("/health/"));
      Thread stopping = Thread.ofVirtual().start(station.server::close);
      while (answer.statusCode() == 200) {
        answer = station.send(station.request("/health/"));
      }
      slow.permits.release(100);
      stopping.join();

      Station.assertError(answer, 503, "OVERLOADED");
      assertThat(station.metrics.counter("facedesk.requests.refused", "code", "overloaded").count())
          .isPositive();
      assertThat(answer.headers().firstValue("X-Correlation-Id"))
          .contains(Station.json(answer).path("correlation_id").asString());
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void aPortInUseIsSaidSo() {
    try (Station first = new Station(folder)) {
      ServerSettings same = ServerSettings.of("127.0.0.1", first.address.port(), folder);
      assertThatExceptionOfType(FacedeskException.class)
          .isThrownBy(() -> new Station(same))
          .matches(e -> e.code() == ErrorCode.PORT_IN_USE)
          .withMessageContaining(String.valueOf(first.address.port()));
    }
  }

  @Test
  void anAddressThatIsNotThisComputersIsSaidSo() {
    assertThatExceptionOfType(FacedeskException.class)
        .isThrownBy(
            () -> new Station(ServerSettings.of("192.0.2.1", 0, folder).withTls(new Tls.Off())))
        .matches(e -> e.code() == ErrorCode.SETTINGS_INVALID);
  }

  @Test
  void hostsOtherThanLoopbackAreEncryptedUnlessToldOtherwise() {
    ServerSettings open = ServerSettings.of("0.0.0.0", 0, folder);
    assertThat(open.encrypted()).isTrue();
    assertThat(open.withTls(new Tls.Off()).encrypted()).isFalse();
    assertThat(ServerSettings.of("localhost", 0, folder).encrypted()).isFalse();
    assertThat(ServerSettings.of("::1", 0, folder).encrypted()).isFalse();
    assertThat(ServerSettings.of("localhost", 0, folder).withTls(new Tls.SelfSigned()).encrypted())
        .isTrue();
  }

  @Test
  void stoppingFreesThePortAndStoppingAgainDoesNothing() {
    int port;
    try (Station station = new Station(folder)) {
      port = station.address.port();
      station.server.close();
    }
    try (Station again = new Station(ServerSettings.of("127.0.0.1", port, folder))) {
      assertThat(again.address.port()).isEqualTo(port);
    }
  }

  @Test
  void tlsWithItsOwnCertificateServesHttpsAndWss() throws Exception {
    ServerSettings settings =
        ServerSettings.of("127.0.0.1", 0, folder).withTls(new Tls.SelfSigned());
    String fingerprint;
    try (Station station = new Station(settings)) {
      fingerprint = Objects.requireNonNull(station.address.fingerprint());
      assertThat(station.address.url()).startsWith("https://");
      try (HttpClient trusting = trusting(folder.resolve("tls-self-signed.p12"))) {
        HttpResponse<String> response =
            trusting.send(
                HttpRequest.newBuilder(URI.create(station.address.url() + "/api/auth/enrollment/"))
                    .header("X-API-Key", station.desk.apiKey())
                    .POST(HttpRequest.BodyPublishers.ofString("{\"user_id\":\"u\"}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isPresent();
        String url = Station.json(response).path("websocket_url").asString();
        assertThat(url).startsWith("wss://127.0.0.1:");
        Socket socket = Socket.connect(trusting, URI.create(url));
        socket.next("connection_established");
        socket.frame(1).next("frame_processed");
        socket.leave();
      }
    }
    try (Station again = new Station(settings)) {
      assertThat(again.address.fingerprint()).isEqualTo(fingerprint);
    }
  }

  @Test
  void theKeyOfTheOwnCertificateIsForItsOwnerOnly() throws Exception {
    ServerSettings settings =
        ServerSettings.of("127.0.0.1", 0, folder).withTls(new Tls.SelfSigned());
    try (Station station = new Station(settings)) {
      assertThat(station.address.encrypted()).isTrue();
      assertThat(Files.getPosixFilePermissions(folder.resolve("tls-self-signed.p12")))
          .extracting(Enum::name)
          .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }
  }

  @Test
  void aCertificateThatCannotBeReadIsSaidSo() throws Exception {
    Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");
    assertThatExceptionOfType(FacedeskException.class)
        .isThrownBy(() ->
            new Station(
                ServerSettings.of("127.0.0.1", 0, folder).withTls(new Tls.Pem(nonsense, nonsense))))
        .matches(e -> e.code() == ErrorCode.SETTINGS_INVALID);
  }

  @Test
  void clientsAreToldThePublicAddressIfThereIsOne() {
    ServerSettings settings =
        ServerSettings.of("127.0.0.1", 0, folder).withPublicUrl("https://station.example/");
    try (Station station = new Station(settings)) {
      JsonNode body = Station.json(station.post("/api/auth/enrollment/", "{\"user_id\":\"u\"}"));
      assertThat(body.path("websocket_url").asString())
          .startsWith("wss://station.example/ws/auth/process-image/sess_");
    }
  }

  @Test
  void aClientThatAsksTooOftenIsToldToWait() {
    ServerSettings settings =
        ServerSettings.of("127.0.0.1", 0, folder).withLimits(new Limits(5, 100, 100));
    try (Station station = new Station(settings)) {
      FakeSession session = station.sessions.add(station.desk.client(), SessionType.ENROLLMENT);
      String path = "/api/auth/sessions/" + session.token + "/";
      for (int i = 0; i < 5; i++) {
        assertThat(station.send(station.asDesk(path)).statusCode()).isEqualTo(200);
      }
      HttpResponse<String> refused = station.send(station.asDesk(path));
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(Station.json(refused).path("code").asString()).isEqualTo("RATE_LIMITED");
    }
  }

  @Test
  void anAddressThatGuessesKeysIsShutOutEvenWithTheRightOne() {
    ServerSettings settings =
        ServerSettings.of("127.0.0.1", 0, folder).withLimits(new Limits(100, 100, 3));
    try (Station station = new Station(settings)) {
      String path = "/api/auth/sessions/sess_whatever/";
      for (int i = 0; i < 3; i++) {
        assertThat(station.send(station.request(path).header("X-API-Key", "guess")).statusCode())
            .isEqualTo(401);
      }
      assertThat(station.send(station.asDesk(path)).statusCode()).isEqualTo(429);
    }
  }

  private static HttpClient trusting(Path keyStore) throws Exception {
    Certificate certificate =
        TlsCertificate.fromPkcs12(keyStore, "facedesk".toCharArray()).chain().getFirst();
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("station", certificate);
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }
}
