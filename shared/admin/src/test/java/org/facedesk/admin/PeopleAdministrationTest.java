package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.admin.Fixture.NOON;
import static org.facedesk.admin.Fixture.assertRefused;

import java.nio.file.Path;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.gallery.GalleryEntry;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.TemplateRecord;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class PeopleAdministrationTest {
  private final Fixture station;
  private final PeopleAdministration people;
  private final EnrollmentAdministration enrollments;
  private ClientRecord client;
  private Actor actor;

  PeopleAdministrationTest(@TempDir Path folder) {
    station = new Fixture(folder);
    people = new PeopleAdministration(station.store, station.gallery, station.clock);
    enrollments = new EnrollmentAdministration(station.store, station.gallery, station.clock);
    client = station.client();
    actor = Actor.client(client, "c0ffee");
  }

  @BeforeEach
  void aClientOfItsOwn() {
    client = station.client();
    actor = Actor.client(client, "c0ffee");
  }

  @AfterAll
  void close() {
    station.close();
  }

  /** As an enrollment leaves it: committed, then in the index. */
  private EnrollmentRecord enrolled(UserRecord user, String model) {
    EnrollmentRecord enrollment =
        new EnrollmentRecord(
            UUID.randomUUID(),
            user.client(),
            user.id(),
            UUID.randomUUID(),
            "completed",
            0.9,
            30,
            1,
            1,
            "remote",
            NOON,
            NOON);
    station.store.enrollments().insert(enrollment);
    long id =
        station
            .store
            .templates()
            .replace(
                new TemplateRecord(
                    0,
                    user.client(),
                    user.id(),
                    client.gallery(),
                    enrollment.id(),
                    model,
                    3,
                    station.store.seal().seal("template:" + user.id(), new byte[512]),
                    NOON));
    station.store.users().enrolled(user.id(), NOON);
    station.gallery.put(new GalleryEntry(id, client.gallery(), user.id(), model, new float[] {1}));
    return enrollment;
  }

  @Test
  void aPersonIsFoundAsTheyWereMade() {
    UserRecord made =
        people.create(client, new NewPerson("emp-17", "{\"n\":1}", "{}", false), actor);
    assertThat(people.find(client, "emp-17")).isEqualTo(made);
    assertThat(made.active()).isTrue();
    assertThat(made.enrolledAt()).isNull();
    assertThat(station.lastEvent().action()).isEqualTo("person.created");
    assertThat(station.lastEvent().actor()).isEqualTo("client:" + client.id());
    assertThat(station.lastEvent().correlationId()).isEqualTo("c0ffee");
    assertThat(station.lastEvent().toString()).doesNotContain("emp-17");
  }

  @Test
  void aPersonIsMadeOnce() {
    people.create(client, NewPerson.of("17"), actor);
    assertRefused(ErrorCode.USER_EXISTS, () -> people.create(client, NewPerson.of("17"), actor));
    assertThat(people.page(client, 0, 20).total()).isEqualTo(1);
  }

  @Test
  void anotherClientsPeopleAreUnknown() {
    people.create(client, NewPerson.of("17"), actor);
    ClientRecord other = station.client();
    assertRefused(ErrorCode.USER_NOT_FOUND, () -> people.find(other, "17"));
    assertRefused(
        ErrorCode.USER_NOT_FOUND,
        () -> people.change(other, "17", PersonChange.activation(false), actor));
    assertRefused(ErrorCode.USER_NOT_FOUND, () -> people.erase(other, "17", actor));
    assertRefused(ErrorCode.USER_NOT_FOUND, () -> enrollments.ofPerson(other, "17"));
    assertThat(people.page(other, 0, 20).people()).isEmpty();
  }

  @Test
  void aChangeLeavesTheRestAsItWas() {
    UserRecord made =
        people.create(client, new NewPerson("17", "{\"a\":1}", "{\"b\":2}", true), actor);
    UserRecord changed =
        people.change(client, "17", new PersonChange("{\"a\":3}", null, false, null), actor);
    assertThat(changed.profile()).isEqualTo("{\"a\":3}");
    assertThat(changed.metadata()).isEqualTo(made.metadata());
    assertThat(changed.faceAuthEnabled()).isFalse();
    assertThat(changed.active()).isTrue();
    assertThat(people.find(client, "17")).isEqualTo(changed);
    assertThat(station.lastEvent().action()).isEqualTo("person.changed");
  }

  @Test
  void aPersonIsDeactivatedAndActivatedAgain() {
    people.create(client, NewPerson.of("17"), actor);
    people.change(client, "17", PersonChange.activation(false), actor);
    assertThat(station.lastEvent().action()).isEqualTo("person.deactivated");
    assertThat(people.find(client, "17").active()).isFalse();
    people.change(client, "17", PersonChange.activation(true), actor);
    assertThat(station.lastEvent().action()).isEqualTo("person.activated");
    assertThat(people.find(client, "17").active()).isTrue();
  }

  @Test
  void erasureLeavesNoTemplateInStoreOrIndex() {
    UserRecord user = people.create(client, NewPerson.of("17"), actor);
    UserRecord stays = people.create(client, NewPerson.of("18"), actor);
    EnrollmentRecord enrollment = enrolled(user, "m1");
    enrolled(user, "m2");
    enrolled(stays, "m1");
    long before = station.gallery.size();

    ErasureReceipt receipt = people.erase(client, "17", actor);

    assertThat(receipt.person()).isEqualTo(user.id());
    assertThat(receipt.templates()).isEqualTo(2);
    assertThat(station.gallery.size()).isEqualTo(before - 2);
    assertThat(station.store.templates().ofUser(user.id())).isEmpty();
    assertThat(station.store.enrollments().byId(client.id(), enrollment.id())).isEmpty();
    assertThat(station.store.templates().ofUser(stays.id())).hasSize(1);
    assertThat(station.lastEvent().action()).isEqualTo("person.erased");
    assertThat(station.lastEvent().details()).containsEntry("templates", "2");
    assertRefused(ErrorCode.USER_NOT_FOUND, () -> people.find(client, "17"));
    assertRefused(ErrorCode.USER_NOT_FOUND, () -> people.erase(client, "17", actor));
  }

  @Test
  void aDeletedEnrollmentTakesItsTemplateWithIt() {
    UserRecord user = people.create(client, NewPerson.of("17"), actor);
    EnrollmentRecord old = enrolled(user, "m");
    EnrollmentRecord present = enrolled(user, "m");
    assertThat(enrollments.ofPerson(client, "17")).hasSize(2);
    assertThat(people.find(client, "17").enrolledAt()).isNotNull();

    enrollments.delete(client, old.id(), actor);
    assertThat(people.find(client, "17").enrolledAt()).as("of the present one").isNotNull();
    enrollments.delete(client, present.id(), actor);

    assertThat(people.find(client, "17").enrolledAt()).isNull();
    assertThat(station.store.templates().ofUser(user.id())).isEmpty();
    assertThat(enrollments.ofPerson(client, "17")).isEmpty();
    assertThat(station.lastEvent().action()).isEqualTo("enrollment.deleted");
    assertRefused(ErrorCode.NOT_FOUND, () -> enrollments.delete(client, present.id(), actor));
  }

  @Test
  void pagesAreNewestFirstAndOfLimitedSize() {
    for (int i = 0; i < 3; i++) {
      station.now = NOON.plusSeconds(i);
      people.create(client, NewPerson.of("p" + i), actor);
    }
    PeoplePage page = people.page(client, 0, 2);
    assertThat(page.people()).extracting(UserRecord::externalId).containsExactly("p2", "p1");
    assertThat(page.total()).isEqualTo(3);
    assertRefused(ErrorCode.INVALID_REQUEST, () -> people.page(client, -1, 20));
    assertRefused(ErrorCode.INVALID_REQUEST, () -> people.page(client, 0, 0));
    assertRefused(ErrorCode.INVALID_REQUEST, () -> people.page(client, 0, 201));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "{", "{} {}", "null", "{'a':1}"})
  void aProfileThatIsNoJsonObjectIsRefused(String profile) {
    assertRefused(
        ErrorCode.INVALID_REQUEST,
        () -> people.create(client, new NewPerson("17", profile, "{}", true), actor));
    assertRefused(
        ErrorCode.INVALID_REQUEST,
        () -> people.create(client, new NewPerson("17", "{}", profile, true), actor));
  }

  @Test
  void aProfileThatIsTooLargeOrAnIdThatIsNoneIsRefused() {
    String large = "{\"a\":\"" + "x".repeat(70_000) + "\"}";
    assertRefused(
        ErrorCode.INVALID_REQUEST,
        () -> people.create(client, new NewPerson("17", large, "{}", true), actor));
    assertRefused(ErrorCode.INVALID_REQUEST, () -> people.create(client, NewPerson.of(" "), actor));
    assertRefused(
        ErrorCode.INVALID_REQUEST, () -> people.create(client, NewPerson.of("a\u0000"), actor));
  }
}
