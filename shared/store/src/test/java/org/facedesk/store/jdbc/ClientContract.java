package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.store.jdbc.Samples.NOON;

import java.util.List;
import java.util.UUID;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.Store;
import org.junit.jupiter.api.Test;

/** What every store does with API clients, whatever database it stands on. */
abstract class ClientContract {
  abstract Store store();

  @Test
  void isReadAsItWasWritten() {
    ClientRecord client = Samples.client(store());
    store().clients().insert(client);

    assertThat(store().clients().byId(client.id()))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(client);
    assertThat(store().clients().byClientId(client.clientId())).isPresent();
    assertThat(store().clients().byApiKeyLookup(client.apiKeyLookup())).isPresent();
    assertThat(store().clients().byApiKeyLookup(new byte[32])).isEmpty();
  }

  @Test
  void theDeskIsThereFromTheStart() {
    ClientRecord desk = store().clients().byId(Clients.DESK).orElseThrow();
    assertThat(desk.builtIn()).isTrue();
    assertThat(desk.gallery()).isEqualTo(Clients.DESK);
    assertThat(store().clients().all()).extracting(ClientRecord::id).contains(Clients.DESK);
  }

  @Test
  void isRevokedOnce() {
    UUID id = Samples.storedClient(store());
    assertThat(store().clients().revoke(id, NOON)).isTrue();
    assertThat(store().clients().revoke(id, NOON.plusSeconds(1))).isFalse();
    assertThat(store().clients().byId(id).orElseThrow().revokedAt()).isEqualTo(NOON);
  }

  @Test
  void getsNewCredentialsUnlessRevoked() {
    ClientRecord client = Samples.client(store());
    store().clients().insert(client);
    byte[] lookup = store().seal().lookup("api-key", "fk_new" + client.id());

    assertThat(
            store().clients().replaceCredentials(client.id(), lookup, new byte[60], new byte[60]))
        .isTrue();
    assertThat(store().clients().byApiKeyLookup(client.apiKeyLookup())).isEmpty();
    assertThat(store().clients().byApiKeyLookup(lookup)).isPresent();

    store().clients().revoke(client.id(), NOON);
    assertThat(
            store().clients().replaceCredentials(client.id(), lookup, new byte[60], new byte[60]))
        .isFalse();
  }

  @Test
  void goesToTheNextGenerationWithNewCredentials() {
    ClientRecord client = Samples.client(store());
    store().clients().insert(client);
    byte[] lookup = store().seal().lookup("api-key", "another of " + client.id());
    store().clients().replaceCredentials(client.id(), lookup, new byte[60], new byte[70]);
    assertThat(store().clients().byId(client.id()).orElseThrow().generation()).isEqualTo(2);
  }

  @Test
  void isKnownByItsPagesUntilItIsRevoked() {
    ClientRecord client = Samples.client(store());
    store().clients().insert(client);
    String one = "https://" + client.id() + ".example";
    String two = one + ":8443";
    assertThat(store().clients().update(withOrigins(client, List.of(one, two)))).isTrue();
    assertThat(store().clients().byId(client.id()).orElseThrow().origins())
        .containsExactly(one, two);
    assertThat(store().clients().knowsOrigin(one)).isTrue();
    assertThat(store().clients().knowsOrigin(two)).isTrue();
    assertThat(store().clients().knowsOrigin(one + ":84")).isFalse();
    assertThat(store().clients().knowsOrigin("https://")).isFalse();
    store().clients().revoke(client.id(), NOON);
    assertThat(store().clients().knowsOrigin(one)).isFalse();
    assertThat(store().clients().update(withOrigins(client, List.of()))).isFalse();
  }

  private static ClientRecord withOrigins(ClientRecord was, List<String> origins) {
    return new ClientRecord(
        was.id(),
        was.clientId(),
        "Another name",
        was.gallery(),
        was.apiKeyLookup(),
        was.sealedEnvelopeKey(),
        was.sealedSecret(),
        ClientRecord.Envelope.SECRET_KEY,
        false,
        false,
        was.createdAt(),
        null,
        null,
        was.generation(),
        origins);
  }

  @Test
  void remembersWhenItWasLastUsed() {
    UUID id = Samples.storedClient(store());
    store().clients().touch(id, NOON.plusSeconds(9));
    assertThat(store().clients().byId(id).orElseThrow().lastUsedAt())
        .isEqualTo(NOON.plusSeconds(9));
  }

  @Test
  void mayHaveALimitOfItsOwn() {
    ClientRecord client = Samples.client(store());
    store().clients().insert(client);
    assertThat(store().clients().byId(client.id()).orElseThrow().openSessions()).isNull();
    store()
        .clients()
        .update(
            new ClientRecord(
                client.id(),
                client.clientId(),
                client.name(),
                client.gallery(),
                client.apiKeyLookup(),
                client.sealedEnvelopeKey(),
                client.sealedSecret(),
                client.envelope(),
                client.strict(),
                client.builtIn(),
                client.createdAt(),
                null,
                null,
                1,
                List.of(),
                25));
    assertThat(store().clients().byId(client.id()).orElseThrow().openSessions()).isEqualTo(25);
  }
}
