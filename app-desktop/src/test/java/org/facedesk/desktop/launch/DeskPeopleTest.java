package org.facedesk.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.facedesk.admin.ClientAdministration;
import org.facedesk.desktop.capture.People;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.UserRecord;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskPeopleTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void whoeverItIsIsNamedAlsoWhereTwoClientsUseOneId(@TempDir Path folder) {
    try (JdbcStore store = JdbcStore.open(new StoreLocation.Embedded(folder), folder)) {
      ClientRecord desk = store.clients().byId(Clients.DESK).orElseThrow();
      String gate =
          new ClientAdministration(store, () -> NOON)
              .create("Gate", ClientRecord.Envelope.API_KEY)
              .clientId();
      DeskPeople people = new DeskPeople(store, desk);
      UUID own = person(store, desk.id(), "Eve");
      UUID other = person(store, store.clients().byClientId(gate).orElseThrow().id(), "Ada");

      assertThat(people.named(own)).contains(new People.Named("Eve", ""));
      assertThat(people.named(other)).contains(new People.Named("Ada", "Gate"));
      assertThat(people.named(UUID.randomUUID())).isEmpty();
    }
  }

  private static UUID person(JdbcStore store, UUID client, String name) {
    UUID id = UUID.randomUUID();
    String profile = "{\"name\":\"" + name + "\"}";
    store
        .users()
        .insert(new UserRecord(id, client, "E-7", profile, "{}", true, true, null, NOON, NOON));
    return id;
  }
}
