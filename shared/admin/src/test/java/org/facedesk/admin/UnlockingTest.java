package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.admin.Fixture.NOON;
import static org.facedesk.admin.Fixture.assertRefused;

import java.nio.file.Path;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.store.AttemptRecord;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.SessionType;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockingTest {
  private static final Actor SUPERVISOR =
      Actor.operator(UUID.fromString("00000000-0000-4000-8000-000000000008"), Role.SUPERVISOR);

  @TempDir private Path folder;
  private Fixture station;
  private Unlocking unlocking;
  private ClientRecord client;
  private UserRecord ada;

  @BeforeEach
  void open() {
    station = new Fixture(folder);
    unlocking = new Unlocking(station.store, station.clock);
    client = station.client();
    UUID id = UUID.randomUUID();
    ada = new UserRecord(id, client.id(), "ada", "{}", "{}", true, true, null, NOON, NOON);
    station.store.users().insert(ada);
    station
        .store
        .attempts()
        .insert(
            new AttemptRecord(
                UUID.randomUUID(),
                client.id(),
                UUID.randomUUID(),
                SessionType.VERIFICATION,
                id,
                "no_match",
                0.9,
                0.0,
                NOON));
  }

  @AfterEach
  void close() {
    station.close();
  }

  @Test
  void failuresBeforeDoNotCountAnyMore() {
    unlocking.unlock(client, "ada", SUPERVISOR);
    assertThat(station.store.attempts().failuresInARow(ada.id(), NOON.minusSeconds(60), 9))
        .isEmpty();
  }

  @Test
  void whoDidItIsInTheTrail() {
    unlocking.unlock(client, "ada", SUPERVISOR);
    assertThat(station.lastEvent().action()).isEqualTo("person.unlocked");
    assertThat(station.lastEvent().actor()).isEqualTo(SUPERVISOR.name());
    assertThat(station.lastEvent().subject()).isEqualTo(ada.id().toString());
  }

  @Test
  void anotherClientsPersonIsLikeNone() {
    ClientRecord other = station.client();
    assertRefused(ErrorCode.USER_NOT_FOUND, () -> unlocking.unlock(other, "ada", SUPERVISOR));
    assertRefused(ErrorCode.USER_NOT_FOUND, () -> unlocking.unlock(client, "eve", SUPERVISOR));
    assertThat(station.store.attempts().failuresInARow(ada.id(), NOON.minusSeconds(60), 9))
        .hasSize(1);
  }
}
