package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.facedesk.store.jdbc.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.AttemptRecord;
import org.facedesk.store.Attempts;
import org.facedesk.store.Audit;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.facedesk.store.Store;
import org.facedesk.store.TemplateRecord;
import org.facedesk.store.UserRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store does, whatever database it stands on. */
abstract class StoreContract {
  /** One store for all tests of a class; tests use clients and people of their own. */
  abstract Store store();

  /** The same database past the store, as someone would use it who has its password. */
  abstract Jdbi raw();

  static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(FacedeskException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  /** Runs the same work on several threads that start at once. */
  static <T> List<T> together(int threads, Callable<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> results =
          IntStream.range(0, threads)
              .mapToObj(i ->
                  pool.submit(() -> {
                    start.await();
                    return work.call();
                  }))
              .toList();
      List<T> values = new ArrayList<>();
      for (Future<T> result : results) {
        values.add(result.get());
      }
      return values;
    }
  }

  @Nested
  class Client {
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
  }

  @Nested
  class Person {
    @Test
    void isReadAsTheyWereWritten() {
      UUID client = Samples.storedClient(store());
      UserRecord user = Samples.storedUser(store(), client, "emp-é-17");
      assertThat(store().users().byId(user.id())).contains(user);
      assertThat(store().users().byExternalId(client, "emp-é-17")).contains(user);
      assertThat(store().users().byExternalId(client, "EMP-é-17")).isEmpty();
    }

    @Test
    void hasAnIdOfTheirOwnWithinTheClientOnly() {
      UUID one = Samples.storedClient(store());
      UUID other = Samples.storedClient(store());
      Samples.storedUser(store(), one, "17");
      Samples.storedUser(store(), other, "17");
      assertRefused(ErrorCode.USER_EXISTS, () -> Samples.storedUser(store(), one, "17"));
      assertThat(store().users().count(one)).isEqualTo(1);
    }

    @Test
    void mayNotBeRenamedToSomeoneElse() {
      UUID client = Samples.storedClient(store());
      Samples.storedUser(store(), client, "taken");
      UserRecord user = Samples.storedUser(store(), client, "free");
      UserRecord renamed =
          new UserRecord(user.id(), client, "taken", "{}", "{}", true, true, null, NOON, NOON);
      assertRefused(ErrorCode.USER_EXISTS, () -> store().users().update(renamed));
    }

    @Test
    void isChangedAsAWhole() {
      UUID client = Samples.storedClient(store());
      UserRecord user = Samples.storedUser(store(), client, "17");
      UserRecord changed =
          new UserRecord(
              user.id(),
              client,
              "18",
              "{\"a\":1}",
              "{}",
              false,
              false,
              NOON,
              NOON,
              NOON.plusSeconds(1));
      store().users().update(changed);
      assertThat(store().users().byId(user.id())).contains(changed);
      assertThat(store().users().byExternalId(client, "17")).isEmpty();
      assertRefused(
          ErrorCode.USER_NOT_FOUND, () -> store().users().update(Samples.user(client, "99")));
    }

    @Test
    void comesInPagesNewestFirst() {
      UUID client = Samples.storedClient(store());
      for (int i = 0; i < 5; i++) {
        store().users().insert(Samples.user(client, "p" + i, NOON.plusSeconds(i)));
      }
      assertThat(store().users().page(client, 1, 3))
          .extracting(UserRecord::externalId)
          .containsExactly("p3", "p2", "p1");
      assertThat(store().users().count(client)).isEqualTo(5);
    }

    @Test
    void goesWithEverythingThatHangsOnThem() {
      UUID client = Samples.storedClient(store());
      UserRecord user = Samples.storedUser(store(), client, "17");
      EnrollmentRecord enrollment = Samples.enrollment(user, UUID.randomUUID(), NOON);
      store().enrollments().insert(enrollment);
      long template = store().templates().replace(Samples.template(store(), user, "m"));
      store().attempts().insert(Samples.attempt(user, "authenticated", NOON));
      SessionRecord running = sessionOf(user, enrollment.id());
      store().sessions().insert(running);

      assertThat(store().users().delete(UUID.randomUUID(), user.id())).isEmpty();
      assertThat(store().users().delete(client, user.id())).contains(List.of(template));
      assertThat(store().users().delete(client, user.id())).isEmpty();

      assertThat(store().users().byId(user.id())).isEmpty();
      assertThat(store().templates().ofUser(user.id())).isEmpty();
      assertThat(store().enrollments().byId(client, enrollment.id())).isEmpty();
      assertThat(store().attempts().page(client, 0, 9)).singleElement().extracting("user").isNull();
      SessionRecord ended = store().sessions().byId(running.id()).orElseThrow();
      assertThat(ended.status()).isEqualTo(SessionStatus.CANCELLED);
      assertThat(ended.user()).isNull();
      assertThat(ended.enrollment()).isNull();
      assertThat(ended.reason()).isEqualTo("user_deleted");
    }

    private SessionRecord sessionOf(UserRecord user, UUID enrollment) {
      SessionRecord plain = Samples.session(store(), user.client());
      return new SessionRecord(
          plain.id(),
          plain.tokenLookup(),
          plain.client(),
          SessionType.ENROLLMENT,
          user.id(),
          enrollment,
          "api",
          "{}",
          SessionStatus.PROCESSING,
          4,
          NOON,
          NOON.plusSeconds(300),
          null,
          null);
    }
  }

  @Nested
  class Session {
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
  }

  @Nested
  class Enrollment {
    @Test
    void isWrittenReadChangedAndDeleted() {
      UserRecord user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
      EnrollmentRecord pending = Samples.enrollment(user, UUID.randomUUID(), NOON);
      store().enrollments().insert(pending);
      assertThat(store().enrollments().byId(user.client(), pending.id())).contains(pending);
      assertThat(store().enrollments().byId(UUID.randomUUID(), pending.id())).isEmpty();

      EnrollmentRecord done =
          new EnrollmentRecord(
              pending.id(),
              user.client(),
              user.id(),
              pending.session(),
              "completed",
              0.83,
              31,
              1,
              2,
              "practice",
              NOON,
              NOON.plusSeconds(8));
      store().enrollments().update(done);
      assertThat(store().enrollments().byId(user.client(), pending.id())).contains(done);
      assertThat(store().enrollments().delete(UUID.randomUUID(), done.id())).isFalse();
      assertThat(store().enrollments().delete(user.client(), done.id())).isTrue();
      assertThat(store().enrollments().count(user.client())).isZero();
    }

    @Test
    void comesNewestFirst() {
      UserRecord user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
      List<EnrollmentRecord> made =
          Stream.of(1, 2, 3)
              .map(i -> Samples.enrollment(user, UUID.randomUUID(), NOON.plusSeconds(i)))
              .toList();
      made.forEach(store().enrollments()::insert);
      assertThat(store().enrollments().ofUser(user.client(), user.id()))
          .containsExactlyElementsOf(made.reversed());
      assertThat(store().enrollments().page(user.client(), 1, 1)).containsExactly(made.get(1));
      assertThat(store().enrollments().count(user.client())).isEqualTo(3);
    }
  }

  @Nested
  class ATemplate {
    @Test
    void takesThePlaceOfTheOldOneOfTheSameModel() {
      UserRecord user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
      int enrolled = store().users().enrolled();
      long first = store().templates().replace(Samples.template(store(), user, "m1"));
      long other = store().templates().replace(Samples.template(store(), user, "m2"));
      long second = store().templates().replace(Samples.template(store(), user, "m1"));

      assertThat(second).isGreaterThan(other).isGreaterThan(first);
      assertThat(store().templates().ofUser(user.id()))
          .extracting(TemplateRecord::id)
          .containsExactly(other, second);
      assertThat(store().users().enrolled()).isEqualTo(enrolled + 1);
    }

    @Test
    void isReadAsItWasWritten() {
      UserRecord user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
      TemplateRecord template = Samples.template(store(), user, "m");
      long id = store().templates().replace(template);
      assertThat(store().templates().byIds(List.of(id, id, -1L)))
          .singleElement()
          .usingRecursiveComparison()
          .ignoringFields("id")
          .isEqualTo(template);
      assertThat(store().templates().delete(id)).isTrue();
      assertThat(store().templates().delete(id)).isFalse();
      assertThat(store().templates().byIds(List.of(id))).isEmpty();
      assertThat(store().templates().byIds(List.of())).isEmpty();
    }

    @Test
    void comesWithAllOthersInTheOrderOfIds() {
      UUID client = Samples.storedClient(store());
      List<Long> made =
          store()
              .inTransaction(tx ->
                  IntStream.range(0, 520)
                      .mapToObj(i -> Samples.storedUser(tx, client, "p" + i))
                      .map(user -> tx.templates().replace(Samples.template(tx, user, "m")))
                      .toList());
      try (Stream<TemplateRecord> all = store().templates().all()) {
        assertThat(all.filter(t -> t.client().equals(client)).map(TemplateRecord::id))
            .containsExactlyElementsOf(made);
      }
      assertThat(store().templates().ids()).isSorted().containsAll(made);
      assertThat(store().templates().count()).isGreaterThanOrEqualTo(520);
      assertThat(store().templates().byIds(made)).hasSize(520);
    }

    @Test
    void ofSomeoneWhoIsGoneIsRefused() {
      UserRecord nobody = Samples.user(Samples.storedClient(store()), "17");
      assertRefused(
          ErrorCode.USER_NOT_FOUND,
          () -> store().templates().replace(Samples.template(store(), nobody, "m")));
    }

    @Test
    void isOneHoweverManyArriveAtOnce() throws Exception {
      UserRecord user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
      List<Long> ids =
          together(4, () -> store().templates().replace(Samples.template(store(), user, "m")));
      assertThat(store().templates().ofUser(user.id())).hasSize(1);
      assertThat(ids).doesNotHaveDuplicates();
    }
  }

  @Nested
  class Attempt {
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
  }

  @Nested
  class ATransaction {
    @Test
    void isUndoneAsAWholeWhenItsWorkThrows() {
      UUID client = Samples.storedClient(store());
      UserRecord user = Samples.user(client, "17");
      assertThatThrownBy(() ->
              store()
                  .inTransaction(tx -> {
                    tx.users().insert(user);
                    throw new IllegalStateException("on purpose");
                  }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("on purpose");
      assertThat(store().users().byId(user.id())).isEmpty();
    }

    @Test
    void seesItsOwnChangesAndMayBeNested() {
      UUID client = Samples.storedClient(store());
      UserRecord user = Samples.user(client, "17");
      boolean seen =
          store()
              .inTransaction(tx -> {
                tx.users().insert(user);
                return tx.inTransaction(inner -> inner.users().byId(user.id()).isPresent());
              });
      assertThat(seen).isTrue();
      assertThat(store().users().byId(user.id())).isPresent();
    }
  }

  @Nested
  class TheTrail {
    private static AuditEvent event(String subject) {
      return new AuditEvent(
          "client.created", "command-line", null, subject, "c0ffee", Map.of("envelope", "double"));
    }

    private void append(int count) {
      for (int i = 0; i < count; i++) {
        store().audit().append(event("s" + i));
      }
    }

    private long last() {
      return store().audit().page(0, 1).getFirst().number();
    }

    /** Where the chain breaks after someone has changed it; the change is undone. */
    private OptionalLong brokenAfter(Consumer<Handle> tampering) {
      try (Handle handle = raw().open()) {
        handle.begin();
        tampering.accept(handle);
        OptionalLong broken = new JdbcAudit(new Transaction(handle), store().seal()).firstBroken();
        handle.rollback();
        return broken;
      }
    }

    @Test
    void keepsWhatWasAppendedNewestFirst() {
      append(3);
      List<Audit.Entry> entries = store().audit().page(0, 3);
      assertThat(entries)
          .extracting(Audit.Entry::event)
          .containsExactly(event("s2"), event("s1"), event("s0"));
      assertThat(entries.get(0).previousHash()).isEqualTo(entries.get(1).hash());
      assertThat(store().audit().firstBroken()).isEmpty();
    }

    @Test
    void showsAChangedEntry() {
      append(4);
      long number = last() - 2;
      for (String change :
          List.of(
              "action = 'client.revoked'",
              "actor = 'operator:1'",
              "subject = 'someone else'",
              "subject = null",
              "details = '{}'",
              "happened_at = happened_at - interval '1' hour")) {
        assertThat(
                brokenAfter(
                    h -> h.execute("update audit set " + change + " where number = ?", number)))
            .as(change)
            .hasValue(number);
      }
    }

    @Test
    void showsARemovedEntryAndACutOffEnd() {
      append(4);
      long end = last();
      assertThat(brokenAfter(h -> h.execute("delete from audit where number = ?", end - 2)))
          .hasValue(end - 2);
      assertThat(brokenAfter(h -> h.execute("delete from audit where number = ?", end)))
          .hasValue(end);
    }

    @Test
    void canBeVerifiedAfterItsOldestEntriesWereForgotten() {
      append(4);
      Audit.Entry kept = store().audit().page(1, 1).getFirst();
      int before = store().audit().page(0, 10_000).size();

      // times are kept in milliseconds: entries of one millisecond stay together
      int forgotten = store().audit().forgetBefore(kept.at());

      assertThat(store().audit().page(0, 10_000))
          .hasSize(before - forgotten)
          .extracting(Audit.Entry::number)
          .contains(kept.number());
      assertThat(store().audit().firstBroken()).isEmpty();
      assertThat(brokenAfter(h -> h.execute("delete from audit where number = ?", kept.number())))
          .hasValue(kept.number());
      append(1);
      assertThat(store().audit().firstBroken()).isEmpty();
    }

    @Test
    void theNewestEntryIsNeverForgotten() {
      append(2);
      long end = last();
      store().audit().forgetBefore(Instant.now().plusSeconds(3600));
      assertThat(last()).isEqualTo(end);
      assertThat(store().audit().page(0, 10)).hasSize(1);
      assertThat(store().audit().firstBroken()).isEmpty();
      assertThat(store().audit().forgetBefore(Instant.now().plusSeconds(3600))).isZero();
    }

    @Test
    void whoeverCutsOffTheBeginningWithoutTheStationKeyIsFound() {
      append(4);
      Audit.Entry cut = store().audit().page(2, 1).getFirst();
      assertThat(
              brokenAfter(h -> {
                byte[] headMark =
                    h.createQuery("select mark from audit_head").mapTo(byte[].class).one();
                h.execute("delete from audit_start");
                h.execute(
                    "insert into audit_start (id, number, hash, mark) values (1, ?, ?, ?)",
                    cut.number(),
                    cut.hash(),
                    headMark);
                h.execute("delete from audit where number <= ?", cut.number());
              }))
          .hasValue(cut.number() + 1);
    }

    @Test
    void showsAnEndCutOffWithTheHeadSetBackToIt() {
      append(4);
      Audit.Entry kept = store().audit().page(1, 1).getFirst();
      assertThat(
              brokenAfter(h -> {
                h.execute("delete from audit where number > ?", kept.number());
                h.execute("update audit_head set number = ?, hash = ?", kept.number(), kept.hash());
              }))
          .hasValue(kept.number() + 1);
    }

    @Test
    void doesNotForkHoweverManyAppendAtOnce() throws Exception {
      long before = store().audit().page(0, 1).stream().mapToLong(Audit.Entry::number).sum();
      together(
          4,
          () -> {
            append(10);
            return true;
          });
      assertThat(last()).isEqualTo(before + 40);
      assertThat(store().audit().firstBroken()).isEmpty();
    }

    @Test
    void goesWithTheTransactionItIsPartOf() {
      append(1);
      long before = last();
      assertThatThrownBy(() ->
              store()
                  .inTransaction(tx -> {
                    tx.audit().append(event("undone"));
                    throw new IllegalStateException("on purpose");
                  }))
          .hasMessage("on purpose");
      assertThat(last()).isEqualTo(before);

      store()
          .inTransaction(tx -> {
            tx.audit().append(event("done"));
            tx.audit().append(event("done too"));
            return true;
          });
      assertThat(last()).isEqualTo(before + 2);
      assertThat(store().audit().page(0, 1).getFirst().event().subject()).isEqualTo("done too");
    }

    @Test
    void ofMoreThanOnePageIsCheckedToTheEnd() {
      store()
          .inTransaction(tx -> {
            IntStream.range(0, 520).forEach(i -> tx.audit().append(event("s" + i)));
            return true;
          });
      long end = last();
      assertThat(store().audit().firstBroken()).isEmpty();
      assertThat(brokenAfter(h -> h.execute("update audit set actor = 'x' where number = ?", end)))
          .hasValue(end);
    }
  }

  @Test
  void anInterruptedThreadDoesNotHarmTheStore() {
    UUID client = Samples.storedClient(store());
    for (int i = 0; i < 20; i++) {
      String id = "interrupted" + i;
      Thread.currentThread().interrupt();
      try {
        Samples.storedUser(store(), client, id);
      } catch (FacedeskException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
      } finally {
        Thread.interrupted();
      }
    }
    Samples.storedUser(store(), client, "18");
    assertThat(store().users().byExternalId(client, "18")).isPresent();
  }

  @Test
  void saysThatItIsAvailable() {
    assertThat(store().available()).isTrue();
  }
}
