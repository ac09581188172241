package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.protocol.crypto.EnvelopeKeys;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookTest {
  @TempDir private Path folder;
  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  private final List<String> counted = Collections.synchronizedList(new ArrayList<>());
  private volatile int answer = 204;
  private Fixture fixture;
  private HttpServer receiver;
  private WebhookAdministration administration;
  private WebhookDelivery delivery;
  private ClientRecord client;

  private record Received(String body, String signature, String event, String key) {}

  @BeforeEach
  void open() throws IOException {
    fixture = new Fixture(folder);
    client = fixture.client();
    administration = new WebhookAdministration(fixture.store, fixture.clock, Actor.COMMAND_LINE);
    delivery = new WebhookDelivery(fixture.store, fixture.clock, counted::add);
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::receive);
    receiver.start();
  }

  @AfterEach
  void close() {
    delivery.close();
    receiver.stop(0);
    fixture.close();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(
          new Received(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
              exchange.getRequestHeaders().getFirst("X-Facedesk-Signature"),
              exchange.getRequestHeaders().getFirst("X-Facedesk-Event"),
              exchange.getRequestHeaders().getFirst("Idempotency-Key")));
      exchange.sendResponseHeaders(answer, -1);
    }
  }

  @Test
  void theEndOfASessionIsToldOnceAndSigned() throws Exception {
    administration.set(client.clientId(), address());
    SessionRecord session = ended(SessionStatus.COMPLETED);

    delivery.deliver();
    delivery.deliver();

    assertThat(received).hasSize(1);
    Received notice = received.getFirst();
    assertThat(notice.event()).isEqualTo("session.completed");
    assertThat(notice.key()).isEqualTo(session.id().toString());
    JsonNode body = JsonMapper.builder().build().readTree(notice.body());
    assertThat(body.get("session_id").asString()).isEqualTo(session.id().toString());
    assertThat(body.get("status").asString()).isEqualTo("completed");
    assertThat(notice.signature()).isEqualTo(expectedSignature(notice.body()));
    assertThat(counted).containsExactly("delivered");
  }

  @Test
  void anIdentificationSaysWhomItFoundUnlessTheClientIsStrict() {
    ClientRecord strict =
        fixture.client(new ClientOptions(ClientRecord.Envelope.API_KEY, true, false));
    for (ClientRecord each : List.of(client, strict)) {
      administration.set(each.clientId(), address());
      UUID person = fixture.person(each, "17");
      fixture.store.sessions().found(ended(each, SessionStatus.COMPLETED).id(), person);
      delivery.deliver();
    }
    assertThat(received).hasSize(2);
    assertThat(JsonMapper.shared().readTree(received.get(0).body()).path("user_id").asString())
        .isEqualTo("17");
    assertThat(received.get(1).body()).doesNotContain("user_id");
  }

  @Test
  void anIdentificationSaysWhoseThePersonIsWhereTheyAreAnotherClients() {
    ClientRecord other = fixture.client();
    administration.set(client.clientId(), address());
    UUID person = fixture.person(other, "17");
    fixture.store.sessions().found(ended(SessionStatus.COMPLETED).id(), person);
    delivery.deliver();
    assertThat(received.getFirst().body())
        .contains("\"user_id\":\"17\"", "\"user_client_id\":\"" + other.clientId() + "\"");
  }

  @Test
  void failedAndExpiredSessionsAreToldToo() {
    administration.set(client.clientId(), address());
    ended(SessionStatus.FAILED);
    ended(SessionStatus.EXPIRED);
    ended(SessionStatus.CANCELLED);

    delivery.deliver();

    assertThat(received).extracting(Received::event).containsOnly("session.failed").hasSize(2);
  }

  @Test
  void aNoticeThatIsNotTakenIsTriedAgainWithGrowingPausesUnderTheSameKey() {
    administration.set(client.clientId(), address());
    ended(SessionStatus.COMPLETED);
    answer = 503;

    delivery.deliver();
    delivery.deliver();
    assertThat(received).hasSize(1);

    for (Duration pause : WebhookDelivery.PAUSES) {
      fixture.now = fixture.now.plus(pause);
      delivery.deliver();
    }
    fixture.now = fixture.now.plus(Duration.ofDays(30));
    delivery.deliver();

    assertThat(received).hasSize(1 + WebhookDelivery.PAUSES.size());
    assertThat(received).extracting(Received::key).containsOnly(received.getFirst().key());
    assertThat(counted.getLast()).isEqualTo("abandoned");
  }

  @Test
  void aReceiverThatIsAwayHearsOfItLater() {
    String address = address();
    administration.set(client.clientId(), address);
    ended(SessionStatus.COMPLETED);
    answer = 500;
    delivery.deliver();
    answer = 200;
    fixture.now = fixture.now.plus(WebhookDelivery.PAUSES.getFirst());

    delivery.deliver();

    assertThat(counted).containsExactly("retried", "delivered");
  }

  @Test
  void aReceiverThatNeverFinishesItsAnswerHoldsNobodyUp() throws IOException {
    try (ServerSocket endless = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> drip(endless));
      administration.set(
          client.clientId(), "http://127.0.0.1:" + endless.getLocalPort() + "/endless");
      ended(SessionStatus.COMPLETED);

      delivery.deliver();

      assertThat(counted).containsExactly("retried");
    }
  }

  /** Says 200 and begins a body that does not end. */
  private static void drip(ServerSocket endless) {
    try (Socket connection = endless.accept()) {
      connection
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n.".getBytes(StandardCharsets.UTF_8));
      connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      Thread.currentThread().interrupt(); // the test is over
    }
  }

  @Test
  void aClientWhoseReceiverIsAwayKeepsNobodyElseWaiting() {
    ClientRecord away = fixture.client();
    administration.set(away.clientId(), "http://127.0.0.1:1/nobody");
    administration.set(client.clientId(), address());
    for (int i = 0; i < 40; i++) {
      ended(away, SessionStatus.COMPLETED);
    }
    fixture.now = fixture.now.plusSeconds(1);
    ended(SessionStatus.COMPLETED);

    delivery.deliver();

    assertThat(received).hasSize(1);
    assertThat(counted).hasSize(5).containsOnlyOnce("delivered");
  }

  @Test
  void aNoticeThatCannotEvenBeSentIsGivenUpLikeTheOthers() {
    administration.set(client.clientId(), address());
    ended(SessionStatus.COMPLETED);
    fixture.store.webhooks().put(client.id(), "no address", fixture.now);

    delivery.deliver();
    for (Duration pause : WebhookDelivery.PAUSES) {
      fixture.now = fixture.now.plus(pause);
      delivery.deliver();
    }

    fixture.now = fixture.now.plus(Duration.ofDays(30));
    assertThat(fixture.store.webhooks().due(fixture.now, 9, 9)).isEmpty();
  }

  @Test
  void whatEndedBeforeAnAddressWasSetIsNotTold() {
    ended(SessionStatus.COMPLETED);
    fixture.now = fixture.now.plusSeconds(1);
    administration.set(client.clientId(), address());

    delivery.deliver();

    assertThat(received).isEmpty();
  }

  @Test
  void afterRemovalOrRevocationNothingIsTold() {
    administration.set(client.clientId(), address());
    ended(SessionStatus.COMPLETED);
    assertThat(administration.remove(client.clientId())).isTrue();
    assertThat(administration.remove(client.clientId())).isFalse();
    delivery.deliver();

    administration.set(client.clientId(), address());
    ended(SessionStatus.COMPLETED);
    new ClientAdministration(fixture.store, fixture.clock).revoke(client.clientId());
    delivery.deliver();

    assertThat(received).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://example.org/hook", "ftp://example.org", "not an address", "https:///x"})
  void anAddressThatWouldSendNamesInClearIsRefused(String url) {
    Fixture.assertRefused(
        ErrorCode.INVALID_REQUEST, () -> administration.set(client.clientId(), url));
  }

  @Test
  void theDeskHasNone() {
    ClientRecord desk =
        fixture.store.clients().all().stream().filter(ClientRecord::builtIn).findFirst().get();
    Fixture.assertRefused(
        ErrorCode.FORBIDDEN, () -> administration.set(desk.clientId(), address()));
    Fixture.assertRefused(ErrorCode.NOT_FOUND, () -> administration.set("nobody", address()));
  }

  private String address() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
  }

  private SessionRecord ended(SessionStatus status) {
    return ended(client, status);
  }

  private SessionRecord ended(ClientRecord client, SessionStatus status) {
    SessionRecord session =
        new SessionRecord(
            UUID.randomUUID(),
            fixture.store.seal().lookup("session-token", UUID.randomUUID().toString()),
            client.id(),
            SessionType.IDENTIFICATION,
            null,
            null,
            "api",
            "{}",
            SessionStatus.PROCESSING,
            0,
            fixture.now,
            fixture.now.plusSeconds(300),
            null,
            null);
    fixture.store.sessions().insert(session);
    assertThat(fixture.store.sessions().move(session.id(), status, 7, fixture.now, "for a reason"))
        .isTrue();
    return session;
  }

  /** As the protocol's text says it, with the JDK's own HKDF and HMAC. */
  private String expectedSignature(String body) throws Exception {
    long seconds = fixture.now.getEpochSecond();
    try (EnvelopeKeys keys = new ClientKeys(fixture.store.seal()).open(client)) {
      SecretKey key =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  "HmacSHA256",
                  HKDFParameterSpec.ofExtract()
                      .addIKM(keys.secret())
                      .thenExpand("facedesk webhook v1".getBytes(StandardCharsets.UTF_8), 32));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] signed = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(signed);
    }
  }
}
