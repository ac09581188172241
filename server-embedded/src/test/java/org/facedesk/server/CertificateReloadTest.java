package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.Counter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.facedesk.server.ServerSettings.Tls;
import org.facedesk.server.security.SelfSignedCertificate;
import org.facedesk.server.security.TlsCertificate;
import org.facedesk.store.SessionType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that is changed while the station runs, over real handshakes. */
class CertificateReloadTest {
  @TempDir Path folder;
  private Path certificateFile;
  private Path keyFile;
  private TlsCertificate first;
  private TlsCertificate second;

  @BeforeEach
  void files() throws IOException {
    certificateFile = folder.resolve("station.pem");
    keyFile = folder.resolve("station.key.pem");
    first = made("first", Instant.now());
    second = made("second", Instant.now());
    write(first, first);
  }

  private TlsCertificate made(String name, Instant at) throws IOException {
    return new SelfSignedCertificate(Files.createDirectories(folder.resolve(name)))
        .loadOrMake(Set.of("localhost", "127.0.0.1"), at);
  }

  private void write(TlsCertificate certificate, TlsCertificate key) throws IOException {
    replace(certificateFile, pem("CERTIFICATE", encoded(certificate)));
    replace(keyFile, pem("PRIVATE KEY", key.key().getEncoded()));
  }

  private static byte[] encoded(TlsCertificate certificate) {
    try {
      return certificate.chain().getFirst().getEncoded();
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private static String pem(String what, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, Base64.getMimeEncoder().encodeToString(der), what);
  }

  private static void replace(Path file, String text) throws IOException {
    Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private Station station() {
    return new Station(
        ServerSettings.of("127.0.0.1", 0, folder).withTls(new Tls.Pem(certificateFile, keyFile)));
  }

  /** A change counts once it looks the same twice. */
  private static void look(Station station) {
    station.server.lookAtCertificate();
    station.server.lookAtCertificate();
    station.server.lookAtCertificate();
  }

  private static double failing(Station station) {
    return Objects.requireNonNull(
            station.metrics.find("facedesk.certificate.reload.failing").gauge())
        .value();
  }

  private static double reloads(Station station, String outcome) {
    Counter counter =
        station.metrics.find("facedesk.certificate.reloads").tag("outcome", outcome).counter();
    return counter == null ? 0 : counter.count();
  }

  /** The fingerprint that a new handshake shows. */
  private static String shown(Station station, String... protocols) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anyone()}, null);
    try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), station.address.port()), 5_000);
      socket.setSoTimeout(10_000);
      if (protocols.length > 0) {
        socket.setEnabledProtocols(protocols);
      }
      socket.startHandshake();
      byte[] der = socket.getSession().getPeerCertificates()[0].getEncoded();
      return java.util.HexFormat.ofDelimiter(":")
          .withUpperCase()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(der));
    }
  }

  @Test
  void aNewOneIsUsedForNewHandshakesWhileConnectionsStand() throws Exception {
    // closing the client waits for its sockets, so the station goes first
    try (HttpClient trusting = trusting(first);
        Station station = station()) {
      assertThat(shown(station)).isEqualTo(first.fingerprint());
      FakeSession session = station.sessions.add(station.desk.client(), SessionType.ENROLLMENT);
      Socket socket =
          Socket.connect(
              trusting,
              URI.create(
                  station.address.url().replaceFirst("http", "ws")
                      + "/ws/auth/process-image/"
                      + session.token
                      + "/"));
      socket.next("connection_established");

      write(second, second);
      look(station);

      assertThat(shown(station)).isEqualTo(second.fingerprint());
      assertThat(reloads(station, "installed")).isEqualTo(1);
      socket.frame(1).next("frame_processed");
    }
  }

  @Test
  void aNewKeyStoreIsUsedForNewHandshakes() throws Exception {
    char[] password = "of the key store".toCharArray();
    Path file = folder.resolve("station.p12");
    Files.write(file, keyStore(first, password));
    try (Station station =
        new Station(
            ServerSettings.of("127.0.0.1", 0, folder).withTls(new Tls.Pkcs12(file, password)))) {
      assertThat(shown(station)).isEqualTo(first.fingerprint());

      Files.write(file, keyStore(second, "another".toCharArray()));
      look(station);
      assertThat(shown(station)).isEqualTo(first.fingerprint());
      assertThat(failing(station)).isEqualTo(1);

      Files.write(file, keyStore(second, password));
      look(station);
      assertThat(shown(station)).isEqualTo(second.fingerprint());
      assertThat(failing(station)).isZero();
    }
  }

  private static byte[] keyStore(TlsCertificate certificate, char[] password) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "desk", certificate.key(), password, certificate.chain().toArray(Certificate[]::new));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    return bytes.toByteArray();
  }

  @Test
  void aBrokenOneKeepsTheOldOneAndSaysSoUntilItIsMended() throws Exception {
    try (Station station = station()) {
      Files.writeString(certificateFile, "-----BEGIN CERTIFICATE-----\nbroken");
      look(station);
      assertThat(shown(station)).isEqualTo(first.fingerprint());
      assertThat(failing(station)).isEqualTo(1);
      assertThat(reloads(station, "refused")).isEqualTo(1);

      write(second, second);
      look(station);
      assertThat(shown(station)).isEqualTo(second.fingerprint());
      assertThat(failing(station)).isZero();
    }
  }

  @Test
  void aKeyOfAnotherCertificateIsBroken() throws Exception {
    try (Station station = station()) {
      write(second, first);
      look(station);
      assertThat(shown(station)).isEqualTo(first.fingerprint());
      assertThat(failing(station)).isEqualTo(1);
    }
  }

  @Test
  void oneThatIsOutOfDateIsBroken() throws Exception {
    try (Station station = station()) {
      TlsCertificate old = made("old", Instant.now().minusSeconds(900L * 86_400));
      write(old, old);
      look(station);
      assertThat(shown(station)).isEqualTo(first.fingerprint());
      assertThat(failing(station)).isEqualTo(1);
    }
  }

  @Test
  void filesThatGoMissingKeepTheOldOne() throws Exception {
    try (Station station = station()) {
      Files.delete(certificateFile);
      Files.delete(keyFile);
      look(station);
      assertThat(shown(station)).isEqualTo(first.fingerprint());
      assertThat(failing(station)).isEqualTo(1);
    }
  }

  @Test
  void onlyTheTwoNewestVersionsOfTlsAreSpokenAlsoAfterAChange() throws Exception {
    try (Station station = station()) {
      write(second, second);
      look(station);
      assertThat(shown(station, "TLSv1.3")).isEqualTo(second.fingerprint());
      assertThat(shown(station, "TLSv1.2")).isEqualTo(second.fingerprint());
      assertThatExceptionOfType(SSLHandshakeException.class)
          .isThrownBy(() -> shown(station, "TLSv1.1"));
    }
  }

  @Test
  void encryptedRequestsMayComeOverHttp2() throws Exception {
    // closing the client waits for its sockets, so the station goes first
    try (HttpClient trusting = trusting(first);
        Station station = station()) {
      HttpResponse<String> response =
          trusting.send(
              HttpRequest.newBuilder(URI.create(station.address.url() + "/api/auth/enrollment/"))
                  .header("X-API-Key", station.desk.apiKey())
                  .POST(HttpRequest.BodyPublishers.ofString("{\"user_id\":\"u\"}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(response.headers().firstValue("Strict-Transport-Security")).isPresent();
      assertThat(Station.json(response).path("websocket_url").asString())
          .startsWith("wss://127.0.0.1:" + station.address.port());
    }
  }

  private static HttpClient trusting(TlsCertificate certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("station", certificate.chain().getFirst());
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  /** Looks at certificates without judging them. */
  private static final class Anyone implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
