package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.facedesk.store.Clients;
import org.facedesk.store.Store;
import org.facedesk.store.seal.StationKey;
import org.junit.jupiter.api.Test;

/** A store for practising: like any other while it is open, and nothing afterwards. */
class MemoryStoreTest {
  private final StationKey key = new StationKey(new byte[StationKey.LENGTH]);

  private Store open() {
    return JdbcStore.open(new StoreLocation.Memory(), key);
  }

  @Test
  void itKeepsPeopleWhileItIsOpen() {
    try (Store store = open()) {
      UUID client = Samples.storedClient(store);
      Samples.storedUser(store, client, "17");
      assertThat(store.users().byExternalId(client, "17")).isPresent();
      assertThat(store.clients().byId(Clients.DESK)).isPresent();
      assertThat(store.available()).isTrue();
    }
  }

  @Test
  void aNewOneKnowsNobody() {
    try (Store first = open()) {
      Samples.storedUser(first, Clients.DESK, "17");
      try (Store second = open()) {
        assertThat(second.users().count(Clients.DESK)).isZero();
      }
    }
    try (Store third = open()) {
      assertThat(third.users().count(Clients.DESK)).isZero();
    }
  }
}
