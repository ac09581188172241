package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.store.jdbc.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.facedesk.store.AttemptRecord;
import org.facedesk.store.Attempts;
import org.facedesk.store.SessionType;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.Test;

/** What every store does with attempts to authenticate, whatever database it stands on. */
abstract class AttemptContract {
  abstract Store store();

  @Test
  void countsAsFailedUnlessAuthenticated() {
    UserRecord user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
    store().attempts().insert(Samples.attempt(user, "no_match", NOON.minusSeconds(1)));
    store().attempts().insert(Samples.attempt(user, "no_match", NOON));
    store().attempts().insert(Samples.attempt(user, "not_live", NOON.plusSeconds(1)));
    store().attempts().insert(Samples.attempt(user, "authenticated", NOON.plusSeconds(2)));
    assertThat(store().attempts().failedSince(user.id(), NOON)).isEqualTo(2);
    assertThat(store().attempts().page(user.client(), 1, 2))
        .extracting("outcome")
        .containsExactly("not_live", "no_match");
  }

  @Test
  void thatFailedStandsInARowBackToTheLastSuccessOrUnlocking() {
    UserRecord user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
    Attempts attempts = store().attempts();
    attempts.insert(Samples.attempt(user, "no_match", NOON));
    attempts.insert(Samples.attempt(user, "authenticated", NOON.plusSeconds(1)));
    for (int i = 2; i < 6; i++) {
      attempts.insert(Samples.attempt(user, "no_match", NOON.plusSeconds(i)));
    }
    assertThat(attempts.failuresInARow(user.id(), NOON, 9))
        .containsExactly(
            NOON.plusSeconds(5), NOON.plusSeconds(4), NOON.plusSeconds(3), NOON.plusSeconds(2));
    assertThat(attempts.failuresInARow(user.id(), NOON.plusSeconds(3), 2))
        .containsExactly(NOON.plusSeconds(5), NOON.plusSeconds(4));
    attempts.unlock(user.id(), NOON.plusSeconds(4));
    assertThat(attempts.failuresInARow(user.id(), NOON, 9)).containsExactly(NOON.plusSeconds(5));
    assertThat(attempts.failuresInARow(UUID.randomUUID(), NOON, 9)).isEmpty();
  }

  @Test
  void thatSearchedAndFoundNobodyIsItsClients() {
    UUID client = Samples.storedClient(store());
    UserRecord user = Samples.storedUser(store(), client, "17");
    AttemptRecord verification = Samples.attempt(user, "no_match", NOON);
    store().attempts().insert(verification);
    store()
        .attempts()
        .insert(
            new AttemptRecord(
                UUID.randomUUID(),
                client,
                UUID.randomUUID(),
                SessionType.IDENTIFICATION,
                null,
                "unknown_person",
                0.7,
                0.01,
                NOON.plusSeconds(1)));
    assertThat(store().attempts().failedSearches(client, NOON, 9))
        .containsExactly(NOON.plusSeconds(1));
    assertThat(store().attempts().failedSearches(client, NOON.plusSeconds(2), 9)).isEmpty();
  }

  @Test
  void isRemovedAfterTheRetentionTime() {
    UserRecord user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
    store().attempts().insert(Samples.attempt(user, "no_match", Instant.EPOCH));
    store().attempts().insert(Samples.attempt(user, "no_match", NOON));
    store().attempts().deleteBefore(Instant.EPOCH.plus(Duration.ofDays(1)));
    assertThat(store().attempts().page(user.client(), 0, 9)).hasSize(1);
  }

  @Test
  void isToldWithWhomItWasAbout() {
    UserRecord user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
    UserRecord other = Samples.storedUser(store(), user.client(), "18");
    store().attempts().insert(Samples.attempt(user, "no_match", NOON));
    store().attempts().insert(Samples.attempt(user, "authenticated", NOON.plusSeconds(1)));
    store().attempts().insert(Samples.attempt(other, "no_match", NOON));
    assertThat(store().attempts().ofUser(user.id(), 9))
        .extracting(AttemptRecord::outcome)
        .containsExactly("authenticated", "no_match");
    assertThat(store().attempts().ofUser(user.id(), 1)).hasSize(1);
  }
}
