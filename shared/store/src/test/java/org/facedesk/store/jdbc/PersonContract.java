package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.store.jdbc.Samples.NOON;
import static org.facedesk.store.jdbc.StoreContract.assertRefused;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.facedesk.core.ErrorCode;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.Test;

/** What every store does with people, whatever database it stands on. */
abstract class PersonContract {
  abstract Store store();

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

  @Test
  void isNotNamedBySessionsOfOtherClientsOnceErased() {
    UUID client = Samples.storedClient(store());
    UserRecord user = Samples.storedUser(store(), client, "17");
    SessionRecord search = Samples.storedSession(store(), Samples.storedClient(store()));
    store().sessions().move(search.id(), SessionStatus.PROCESSING, 1, NOON, null);
    store().sessions().move(search.id(), SessionStatus.COMPLETED, 9, NOON, "authenticated");
    store().sessions().found(search.id(), user.id());

    assertThat(store().users().delete(search.client(), user.id())).isEmpty();
    assertThat(store().sessions().byId(search.id()).orElseThrow().user()).isEqualTo(user.id());
    assertThat(store().users().delete(client, user.id())).isPresent();

    SessionRecord kept = store().sessions().byId(search.id()).orElseThrow();
    assertThat(kept.user()).isNull();
    assertThat(kept.status()).isEqualTo(SessionStatus.COMPLETED);
  }

  @Test
  void isHeldAsLongAsTheyAreThere() {
    UUID client = Samples.storedClient(store());
    UserRecord user = Samples.storedUser(store(), client, "17");
    assertThat(store().<Boolean>inTransaction(tx -> tx.users().hold(user.id()))).isTrue();
    store().users().delete(client, user.id());
    assertThat(store().<Boolean>inTransaction(tx -> tx.users().hold(user.id()))).isFalse();
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

  @Test
  void isForgottenAsANewcomerForWhomNoSessionGoesOn() {
    UUID client = Samples.storedClient(store());
    UserRecord user = newcomer(client, "17");
    EnrollmentRecord enrollment = Samples.enrollment(user, UUID.randomUUID(), NOON);
    store().enrollments().insert(enrollment);
    SessionRecord running = sessionOf(user, enrollment.id());
    store().sessions().insert(running);
    store().users().forgetNewcomer(client, user.id());
    assertThat(store().users().byId(user.id())).contains(user);

    store().sessions().move(running.id(), SessionStatus.CANCELLED, 4, NOON, "cancelled");
    store().users().forgetNewcomer(UUID.randomUUID(), user.id());
    assertThat(store().users().byId(user.id())).isPresent();
    store().users().forgetNewcomer(client, user.id());
    assertThat(store().users().byId(user.id())).isEmpty();
    assertThat(store().enrollments().byId(client, enrollment.id())).isEmpty();
  }

  @Test
  void isANewcomerNoLongerOnceEnrolledOrChanged() {
    UUID client = Samples.storedClient(store());
    UserRecord enrolled = newcomer(client, "17");
    UserRecord changed = newcomer(client, "18");
    UserRecord known = Samples.storedUser(store(), client, "19");
    store().users().enrolled(enrolled.id(), NOON);
    store().users().update(changed.withProfile("{\"name\":\"Ada\"}"));
    for (UserRecord each : List.of(enrolled, changed, known)) {
      store().users().forgetNewcomer(client, each.id());
    }
    assertThat(store().users().count(client)).isEqualTo(3);
  }

  private UserRecord newcomer(UUID client, String externalId) {
    UserRecord user = Samples.user(client, externalId);
    store().users().insertNewcomer(user);
    return user;
  }

  @Test
  void followsTheOneBeforeWhileOthersComeAndGo() {
    UUID one = Samples.storedClient(store());
    UUID two = Samples.storedClient(store());
    for (int i = 0; i < 5; i++) {
      UUID client = i % 2 == 0 ? one : two;
      store().users().insert(Samples.user(client, "p" + i, NOON.plusSeconds(i / 2)));
    }
    List<UUID> both = List.of(one, two);
    List<UserRecord> first = store().users().following(both, null, 2);
    store().users().insert(Samples.user(one, "newer", NOON.plusSeconds(60)));
    store().users().delete(first.getLast().client(), first.getLast().id());
    List<UserRecord> rest = store().users().following(both, first.getLast(), 9);

    assertThat(Stream.concat(first.stream(), rest.stream()).map(UserRecord::externalId))
        .containsExactlyInAnyOrder("p0", "p1", "p2", "p3", "p4");
    assertThat(store().users().following(List.of(two), null, 9)).hasSizeBetween(1, 2);
    assertThat(store().users().following(List.of(), null, 9)).isEmpty();
  }
}
