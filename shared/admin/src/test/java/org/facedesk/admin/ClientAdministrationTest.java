package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.admin.Fixture.NOON;
import static org.facedesk.admin.Fixture.assertRefused;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.facedesk.core.ErrorCode;
import org.facedesk.protocol.crypto.EnvelopeKeys;
import org.facedesk.protocol.crypto.Reading;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.ClientRecord.Envelope;
import org.facedesk.store.Clients;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class ClientAdministrationTest {
  private final Fixture station;
  private final ClientAdministration clients;
  private final ClientAuthentication authentication;

  ClientAdministrationTest(@TempDir Path folder) {
    station = new Fixture(folder);
    clients = new ClientAdministration(station.store, station.clock);
    authentication = new ClientAuthentication(station.store, station.clock);
  }

  @AfterAll
  void close() {
    station.close();
  }

  private ClientRecord record(CreatedClient created) {
    return station.store.clients().byClientId(created.clientId()).orElseThrow();
  }

  @Test
  void aNewClientIsKnownByEachOfItsCredentials() {
    CreatedClient created = clients.create("  Gate 4 ", Envelope.DOUBLE);
    assertThat(created.clientId()).startsWith("client_");
    assertThat(created.apiKey()).startsWith("fk_").hasSize(46);
    assertThat(created.apiSecret()).startsWith("fs_").hasSize(46);

    ClientRecord client = record(created);
    assertThat(client.name()).isEqualTo("Gate 4");
    assertThat(client.gallery()).isEqualTo(client.id());
    for (Optional<ClientRecord> found :
        List.of(
            authentication.byApiKey(created.apiKey()),
            authentication.byApiKeyAndSecret(created.apiKey(), created.apiSecret()),
            authentication.byClientId(created.clientId()),
            authentication.byId(client.id()))) {
      assertThat(found).get().extracting(ClientRecord::id).isEqualTo(client.id());
    }
  }

  @Test
  void wrongCredentialsAreNobodys() {
    CreatedClient one = clients.create("one", Envelope.API_KEY);
    CreatedClient two = clients.create("two", Envelope.API_KEY);
    String key = one.apiKey();
    assertThat(authentication.byApiKey("")).isEmpty();
    assertThat(authentication.byApiKey(one.apiSecret())).isEmpty();
    assertThat(authentication.byApiKey(key.substring(0, 45))).isEmpty();
    assertThat(authentication.byApiKey(key + "A")).isEmpty();
    assertThat(authentication.byApiKey("f".repeat(100_000))).isEmpty();
    assertThat(authentication.byApiKeyAndSecret(key, two.apiSecret())).isEmpty();
    assertThat(authentication.byApiKeyAndSecret(key, "")).isEmpty();
    assertThat(authentication.byApiKeyAndSecret(key, "f".repeat(100_000))).isEmpty();
    assertThat(authentication.byClientId("client_")).isEmpty();
    assertThat(authentication.byId(UUID.randomUUID())).isEmpty();
  }

  @Test
  void theDeskCannotBeReachedChangedOrRevoked() {
    String desk = station.store.clients().byId(Clients.DESK).orElseThrow().clientId();
    assertThat(authentication.byClientId(desk)).isEmpty();
    assertThat(authentication.byId(Clients.DESK)).isEmpty();
    assertRefused(ErrorCode.FORBIDDEN, () -> clients.revoke(desk));
    assertRefused(ErrorCode.FORBIDDEN, () -> clients.rotate(desk));
  }

  @Test
  void theKeysOpenToWhatTheClientHolds() throws Exception {
    CreatedClient created = clients.create("keys", Envelope.SECRET_KEY);
    ClientRecord client = record(created);
    EnvelopeKeys keys = authentication.envelopeKeys(client);
    assertThat(keys.envelopeKey())
        .isEqualTo(
            MessageDigest.getInstance("SHA-256")
                .digest(created.apiKey().getBytes(StandardCharsets.UTF_8)));
    assertThat(keys.secret()).isEqualTo(created.apiSecret().getBytes(StandardCharsets.UTF_8));
    assertThat(ClientKeys.reading(client)).isEqualTo(Reading.SECRET_KEY);
  }

  @Test
  void theKeysOfOneClientDoNotOpenAsAnothers() {
    ClientRecord one = record(clients.create("one", Envelope.API_KEY));
    ClientRecord two = record(clients.create("two", Envelope.API_KEY));
    ClientRecord mixed =
        new ClientRecord(
            one.id(),
            one.clientId(),
            one.name(),
            one.gallery(),
            one.apiKeyLookup(),
            two.sealedEnvelopeKey(),
            two.sealedSecret(),
            one.envelope(),
            false,
            false,
            NOON,
            null,
            null);
    assertRefused(ErrorCode.STATION_KEY_INVALID, () -> authentication.envelopeKeys(mixed));
  }

  @Test
  void nothingThatOpensADoorLiesInTheDataFolder(@TempDir Path fresh) throws Exception {
    CreatedClient created;
    byte[] digest;
    try (Fixture other = new Fixture(fresh)) {
      created = new ClientAdministration(other.store, other.clock).create("rest", Envelope.API_KEY);
      digest =
          MessageDigest.getInstance("SHA-256")
              .digest(created.apiKey().getBytes(StandardCharsets.UTF_8));
    }
    try (Stream<Path> files = Files.walk(fresh)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(content)
            .doesNotContain(created.apiKey(), created.apiSecret())
            .doesNotContain(new String(digest, StandardCharsets.ISO_8859_1));
      }
    }
  }

  @Test
  void aRevokedClientIsShutOutAtOnceWithItsSessions() {
    CreatedClient created = clients.create("gone", Envelope.API_KEY);
    ClientRecord client = record(created);
    UUID session = storedSession(client);
    assertThat(authentication.byApiKey(created.apiKey())).isPresent();

    assertThat(clients.revoke(created.clientId())).isTrue();

    assertThat(authentication.byApiKey(created.apiKey())).isEmpty();
    assertThat(authentication.byApiKeyAndSecret(created.apiKey(), created.apiSecret())).isEmpty();
    assertThat(authentication.byClientId(created.clientId())).isEmpty();
    assertThat(station.store.sessions().byId(session).orElseThrow().status())
        .isEqualTo(SessionStatus.CANCELLED);
    assertThat(clients.revoke(created.clientId())).isFalse();
    assertThat(clients.revoke("client_unknown")).isFalse();
    assertRefused(ErrorCode.NOT_FOUND, () -> clients.rotate(created.clientId()));
  }

  private UUID storedSession(ClientRecord client) {
    UUID id = UUID.randomUUID();
    station
        .store
        .sessions()
        .insert(
            new SessionRecord(
                id,
                station.store.seal().lookup("session-token", id.toString()),
                client.id(),
                SessionType.IDENTIFICATION,
                null,
                null,
                "api",
                "{}",
                SessionStatus.ACTIVE,
                0,
                NOON,
                NOON.plusSeconds(300),
                null,
                null));
    return id;
  }

  @Test
  void newCredentialsTakeThePlaceOfTheOldOnes() {
    CreatedClient old = clients.create("rotating", Envelope.API_KEY);
    CreatedClient fresh = clients.rotate(old.clientId());
    assertThat(fresh.clientId()).isEqualTo(old.clientId());
    assertThat(authentication.byApiKey(old.apiKey())).isEmpty();
    assertThat(authentication.byApiKeyAndSecret(fresh.apiKey(), old.apiSecret())).isEmpty();
    assertThat(authentication.byApiKeyAndSecret(fresh.apiKey(), fresh.apiSecret())).isPresent();
    assertRefused(ErrorCode.NOT_FOUND, () -> clients.rotate("client_unknown"));
  }

  @Test
  void whatWasGotWithTheOldCredentialsEndsWithThem() {
    List<UUID> told = new ArrayList<>();
    CreatedClient old = clients.create("rotating", Envelope.API_KEY);
    ClientRecord before = record(old);
    UUID session = storedSession(before);

    clients.telling(told::add).rotate(old.clientId());

    assertThat(record(old).generation()).isEqualTo(before.generation() + 1);
    assertThat(station.store.sessions().byId(session).orElseThrow())
        .extracting(SessionRecord::status, SessionRecord::reason)
        .containsExactly(SessionStatus.CANCELLED, "credentials_rotated");
    assertThat(told).containsExactly(before.id());
    clients.telling(told::add).revoke(old.clientId());
    clients.telling(told::add).revoke(old.clientId());
    assertThat(told).containsExactly(before.id(), before.id());
  }

  @Test
  void pagesThatMayCallAreKeptAsBrowsersWriteThem() {
    CreatedClient created =
        clients.create(
            "pages",
            ClientOptions.of(Envelope.API_KEY)
                .withOrigins(
                    List.of("HTTPS://App.Example:443/", "http://localhost:3000", "app://local")));
    assertThat(record(created).origins())
        .containsExactly("https://app.example", "http://localhost:3000", "app://local");
    assertThat(authentication.knowsOrigin("https://app.example")).isTrue();
    assertThat(authentication.knowsOrigin("https://evil.example")).isFalse();
    assertThat(authentication.knowsOrigin("https://app.example http://localhost:3000")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "null", "app.example", "https://", "https://a.example/x", "https://a b", ""})
  void whatIsNoPageIsRefused(String origin) {
    assertRefused(
        ErrorCode.INVALID_REQUEST,
        () ->
            clients.create(
                "pages", ClientOptions.of(Envelope.API_KEY).withOrigins(List.of(origin))));
  }

  @Test
  void aChangeLeavesAloneWhatItDoesNotName() {
    CreatedClient created = clients.create("changing", Envelope.DOUBLE);
    clients.update(created.clientId(), ClientChange.origins(List.of("https://a.example")));
    clients.update(created.clientId(), new ClientChange("Changed", null, true, null));
    ClientRecord client = record(created);
    assertThat(client.name()).isEqualTo("Changed");
    assertThat(client.strict()).isTrue();
    assertThat(client.envelope()).isEqualTo(Envelope.DOUBLE);
    assertThat(client.origins()).containsExactly("https://a.example");
    assertThat(authentication.byApiKey(created.apiKey())).isPresent();
    assertThat(station.lastEvent().action()).isEqualTo("client.changed");
    String desk = station.store.clients().byId(Clients.DESK).orElseThrow().clientId();
    assertRefused(ErrorCode.FORBIDDEN, () -> clients.update(desk, ClientChange.origins(List.of())));
    assertRefused(
        ErrorCode.NOT_FOUND, () -> clients.update("client_no", ClientChange.origins(List.of())));
  }

  @Test
  void aClientMayShareTheDesksGallery() {
    CreatedClient created =
        clients.create("kiosk", new ClientOptions(Envelope.API_KEY, true, true));
    assertThat(record(created).gallery()).isEqualTo(Clients.DESK);
    assertThat(record(created).strict()).isTrue();
  }

  @Test
  void everyChangeIsInTheTrailWithWhoMadeItAndWithoutSecrets() {
    Actor operator =
        Actor.operator(UUID.fromString("00000000-0000-4000-8000-000000000007"), Role.ADMINISTRATOR);
    CreatedClient created = clients.as(operator).create("watched", Envelope.API_KEY);
    AuditEvent made = station.lastEvent();
    clients.rotate(created.clientId());
    AuditEvent rotated = station.lastEvent();
    clients.as(Actor.STATION).revoke(created.clientId());
    AuditEvent revoked = station.lastEvent();

    assertThat(List.of(made.action(), rotated.action(), revoked.action()))
        .containsExactly("client.created", "client.rotated", "client.revoked");
    assertThat(List.of(made.actor(), rotated.actor(), revoked.actor()))
        .containsExactly(
            "operator:00000000-0000-4000-8000-000000000007", "command-line", "station");
    assertThat(made.subject()).isEqualTo(record(created).id().toString());
    assertThat(made + created.toString())
        .doesNotContain(created.apiKey(), created.apiSecret(), "watched");
  }

  @Test
  void lastUseIsNotedAtMostOnceAMinute() {
    CreatedClient created = clients.create("busy", Envelope.API_KEY);
    station.now = NOON;
    authentication.byApiKey(created.apiKey());
    station.now = NOON.plusSeconds(59);
    authentication.byApiKey(created.apiKey());
    assertThat(record(created).lastUsedAt()).isEqualTo(NOON);
    station.now = NOON.plus(Duration.ofMinutes(1));
    authentication.byApiKey(created.apiKey());
    assertThat(record(created).lastUsedAt()).isEqualTo(station.now);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "a\nb", "a\tb", "nul\u0000nul", "line\u2028end"})
  void aNameThatCannotBeShownIsRefused(String name) {
    assertRefused(ErrorCode.INVALID_REQUEST, () -> clients.create(name, Envelope.API_KEY));
  }

  @Test
  void aNameThatIsTooLongIsRefused() {
    String name = "x".repeat(101);
    assertRefused(ErrorCode.INVALID_REQUEST, () -> clients.create(name, Envelope.API_KEY));
  }

  @Test
  void aNameOfAHundredCharactersOfAnyScriptIsFine() {
    String name = "😀".repeat(100);
    CreatedClient created = clients.create(name, Envelope.API_KEY);
    assertThat(record(created).name()).isEqualTo(name);
    assertThat(clients.list()).extracting(ClientRecord::name).contains("Desk", name);
  }
}
