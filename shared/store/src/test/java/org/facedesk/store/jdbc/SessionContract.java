package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.store.jdbc.Samples.NOON;
import static org.facedesk.store.jdbc.StoreContract.together;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.Seen;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.Test;

/** What every store does with sessions, whatever database it stands on. */
abstract class SessionContract {
  abstract Store store();

  @Test
  void isReadAsItWasWritten() {
    SessionRecord session = Samples.storedSession(store(), Samples.storedClient(store()));
    assertThat(store().sessions().byId(session.id()))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(session);
    assertThat(store().sessions().byTokenLookup(session.tokenLookup()))
        .get()
        .extracting(SessionRecord::id)
        .isEqualTo(session.id());
  }

  @Test
  void movesOnlyAlongItsStates() {
    SessionRecord session = Samples.storedSession(store(), Samples.storedClient(store()));
    UUID id = session.id();
    assertThat(store().sessions().move(id, SessionStatus.COMPLETED, 1, NOON, null)).isFalse();
    assertThat(store().sessions().move(id, SessionStatus.PROCESSING, 1, NOON, null)).isTrue();
    assertThat(store().sessions().move(id, SessionStatus.DISCONNECTED, 7, NOON, null)).isTrue();
    assertThat(store().sessions().move(id, SessionStatus.PROCESSING, 7, NOON, null)).isTrue();
    assertThat(store().sessions().byId(id).orElseThrow().endedAt()).isNull();
    assertThat(store().sessions().move(id, SessionStatus.FAILED, 9, NOON, "not_live")).isTrue();
    assertThat(store().sessions().move(id, SessionStatus.CANCELLED, 9, NOON, null)).isFalse();
    assertThat(store().sessions().move(id, SessionStatus.ACTIVE, 9, NOON, null)).isFalse();

    SessionRecord ended = store().sessions().byId(id).orElseThrow();
    assertThat(ended.status()).isEqualTo(SessionStatus.FAILED);
    assertThat(ended.frames()).isEqualTo(9);
    assertThat(ended.endedAt()).isEqualTo(NOON);
    assertThat(ended.reason()).isEqualTo("not_live");
  }

  @Test
  void remembersWhatItSawAndWhomItFound() {
    UUID client = Samples.storedClient(store());
    UserRecord user = Samples.storedUser(store(), client, "17");
    UUID id = Samples.storedSession(store(), client).id();
    Seen seen = new Seen(3, 1, 2, true);
    store()
        .inTransaction(tx -> {
          tx.sessions().saw(id, seen);
          tx.sessions().found(id, user.id());
          return true;
        });

    SessionRecord ended = store().sessions().byId(id).orElseThrow();
    assertThat(ended.seen()).isEqualTo(seen);
    assertThat(ended.user()).isEqualTo(user.id());
  }

  @Test
  void isFinishedByOneOfManyAtOnce() throws Exception {
    UUID client = Samples.storedClient(store());
    for (int round = 0; round < 20; round++) {
      UUID id = Samples.storedSession(store(), client).id();
      store().sessions().move(id, SessionStatus.PROCESSING, 0, NOON, null);
      List<Boolean> won =
          together(4, () -> store().sessions().move(id, SessionStatus.COMPLETED, 3, NOON, null));
      assertThat(won).containsOnlyOnce(true);
    }
  }

  @Test
  void countsAsOpenUntilItEnds() {
    UUID client = Samples.storedClient(store());
    int before = store().sessions().open();
    UUID id = Samples.storedSession(store(), client).id();
    Samples.storedSession(store(), client);
    assertThat(store().sessions().open(client)).isEqualTo(2);
    assertThat(store().sessions().open()).isEqualTo(before + 2);
    store().sessions().move(id, SessionStatus.CANCELLED, 0, NOON, null);
    assertThat(store().sessions().open(client)).isEqualTo(1);
  }

  @Test
  void isOverdueFromTheMomentItsTimeIsUp() {
    SessionRecord session = Samples.storedSession(store(), Samples.storedClient(store()));
    Instant end = session.expiresAt();
    assertThat(store().sessions().overdue(end.minusMillis(1), 1000)).doesNotContain(session.id());
    assertThat(store().sessions().overdue(end, 1000)).contains(session.id());
    store().sessions().move(session.id(), SessionStatus.EXPIRED, 0, end, "expired");
    assertThat(store().sessions().overdue(end, 1000)).doesNotContain(session.id());
  }

  @Test
  void isCancelledWithAllOthersOfItsClient() {
    UUID client = Samples.storedClient(store());
    UserRecord user = Samples.storedUser(store(), client, "17");
    UUID running = Samples.storedSession(store(), client).id();
    EnrollmentRecord waiting = Samples.enrollment(user, running, NOON);
    store().enrollments().insert(waiting);
    UUID others = Samples.storedSession(store(), Samples.storedClient(store())).id();

    assertThat(store().sessions().cancelAll(client, NOON, "client_revoked")).isEqualTo(1);
    assertThat(store().sessions().cancelAll(client, NOON, "client_revoked")).isZero();

    SessionRecord ended = store().sessions().byId(running).orElseThrow();
    assertThat(ended.status()).isEqualTo(SessionStatus.CANCELLED);
    assertThat(ended.reason()).isEqualTo("client_revoked");
    assertThat(ended.endedAt()).isEqualTo(NOON);
    assertThat(store().enrollments().byId(client, waiting.id()).orElseThrow().status())
        .isEqualTo("cancelled");
    assertThat(store().sessions().byId(others).orElseThrow().status())
        .isEqualTo(SessionStatus.ACTIVE);
  }

  @Test
  void isRemovedAfterTheRetentionTime() {
    UUID client = Samples.storedClient(store());
    UUID old = Samples.storedSession(store(), client).id();
    UUID running = Samples.storedSession(store(), client).id();
    Instant ended = Instant.EPOCH.plusSeconds(60);
    store().sessions().move(old, SessionStatus.CANCELLED, 0, ended, null);
    assertThat(store().sessions().deleteEndedBefore(ended.plusSeconds(1))).isEqualTo(1);
    assertThat(store().sessions().byId(old)).isEmpty();
    assertThat(store().sessions().byId(running)).isPresent();
  }

  @Test
  void isFoundRunningUntilItEnds() {
    UUID client = Samples.storedClient(store());
    UUID running = Samples.storedSession(store(), client).id();
    UUID over = Samples.storedSession(store(), client).id();
    store().sessions().move(over, SessionStatus.CANCELLED, 0, NOON, "cancelled");
    assertThat(store().sessions().running(List.of(running, over, UUID.randomUUID())))
        .containsExactly(running);
    assertThat(store().sessions().running(List.of())).isEmpty();
  }

  @Test
  void ofOneClientAreCountedOneAfterTheOtherByThoseWhoHoldTheClient() throws Exception {
    UUID client = Samples.storedClient(store());
    List<Boolean> begun =
        together(
            6,
            () ->
                store()
                    .inTransaction(tx -> {
                      tx.clients().hold(client);
                      boolean room = tx.sessions().open(client) < 2;
                      if (room) {
                        Samples.storedSession(tx, client);
                      }
                      return room;
                    }));
    assertThat(begun).filteredOn(room -> room).hasSize(2);
    assertThat(store().sessions().open(client)).isEqualTo(2);
  }

  @Test
  void isNotMovedWhileItIsHeld() throws Exception {
    UUID client = Samples.storedClient(store());
    UUID id = Samples.storedSession(store(), client).id();
    try (ExecutorService others = Executors.newSingleThreadExecutor()) {
      Future<Boolean> moved =
          store()
              .inTransaction(tx -> {
                tx.sessions().hold(id);
                Future<Boolean> later =
                    others.submit(
                        () -> store().sessions().move(id, SessionStatus.CANCELLED, 0, NOON, null));
                tx.sessions().move(id, SessionStatus.EXPIRED, 3, NOON, "expired");
                return later;
              });
      assertThat(moved.get()).isFalse();
    }
    assertThat(store().sessions().byId(id).orElseThrow().status()).isEqualTo(SessionStatus.EXPIRED);
  }

  @Test
  void thatIsNotOverIsAmongThoseRunning() {
    UUID client = Samples.storedClient(store());
    SessionRecord running = Samples.storedSession(store(), client);
    SessionRecord over = Samples.storedSession(store(), client);
    store().sessions().move(over.id(), SessionStatus.CANCELLED, 0, NOON, "cancelled");
    assertThat(store().sessions().running(1000))
        .extracting(SessionRecord::id)
        .contains(running.id())
        .doesNotContain(over.id());
  }
}
