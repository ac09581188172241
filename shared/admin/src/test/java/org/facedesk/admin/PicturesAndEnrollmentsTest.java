package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.admin.Fixture.NOON;
import static org.facedesk.admin.Fixture.assertRefused;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.Picture.Kind;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesAndEnrollmentsTest {
  private static final Picture OLD =
      new Picture(
          Kind.OLD_PROFILE_PHOTO, new byte[] {1, 2}, new Picture.Reference("m", new byte[4]));
  private static final Picture PORTRAIT = new Picture(Kind.PROFILE_IMAGE, new byte[] {3}, null);

  @TempDir private Path folder;
  private Fixture station;
  private PeopleAdministration people;
  private EnrollmentAdministration enrollments;
  private ClientRecord client;
  private ClientRecord stranger;
  private Actor actor;

  @BeforeEach
  void open() {
    station = new Fixture(folder);
    people = new PeopleAdministration(station.store, station.gallery, station.clock);
    enrollments = new EnrollmentAdministration(station.store, station.gallery, station.clock);
    client = station.client();
    stranger = station.client();
    actor = Actor.client(client, null);
  }

  @AfterEach
  void close() {
    station.close();
  }

  private UserRecord ada() {
    return people.create(
        client, new NewPerson("ada", "{}", "{}", true, List.of(OLD, PORTRAIT)), actor);
  }

  private EnrollmentRecord pending(UserRecord user, int seconds) {
    SessionRecord session =
        new SessionRecord(
            UUID.randomUUID(),
            station.store.seal().lookup("session-token", UUID.randomUUID().toString()),
            client.id(),
            SessionType.ENROLLMENT,
            user.id(),
            null,
            "api",
            "3 3 1 1 none",
            SessionStatus.ACTIVE,
            0,
            NOON,
            NOON.plusSeconds(300),
            null,
            null);
    station.store.sessions().insert(session);
    EnrollmentRecord enrollment =
        new EnrollmentRecord(
            UUID.randomUUID(),
            client.id(),
            user.id(),
            session.id(),
            "pending",
            null,
            0,
            0,
            0,
            "remote",
            NOON.plusSeconds(seconds),
            null);
    station.store.enrollments().insert(enrollment);
    return enrollment;
  }

  @Test
  void picturesComeWithThePersonAndOnlyToTheirClient() {
    UserRecord ada = ada();

    assertThat(people.picture(client, "ada", Kind.OLD_PROFILE_PHOTO)).containsExactly(1, 2);
    assertThat(people.picture(client, "ada", Kind.PROFILE_IMAGE)).containsExactly(3);
    assertThat(people.pictures(List.of(ada)).get(ada.id())).hasSize(2);
    assertRefused(
        ErrorCode.USER_NOT_FOUND, () -> people.picture(stranger, "ada", Kind.PROFILE_IMAGE));
  }

  @Test
  void picturesAreReplacedAndTakenAway() {
    ada();
    Picture other = new Picture(Kind.PROFILE_IMAGE, new byte[] {9}, null);

    people.change(
        client,
        "ada",
        new PersonChange(null, null, null, null, List.of(other), Set.of(Kind.OLD_PROFILE_PHOTO)),
        actor);

    assertThat(people.picture(client, "ada", Kind.PROFILE_IMAGE)).containsExactly(9);
    assertRefused(ErrorCode.NOT_FOUND, () -> people.picture(client, "ada", Kind.OLD_PROFILE_PHOTO));
  }

  @Test
  void anErasedPersonLeavesNoPicture() {
    UserRecord ada = ada();
    people.erase(client, "ada", actor);
    assertThat(people.pictures(List.of(ada))).isEmpty();
    assertRefused(
        ErrorCode.USER_NOT_FOUND, () -> people.picture(client, "ada", Kind.OLD_PROFILE_PHOTO));
  }

  @Test
  void enrollmentsComeInPagesNewestFirstWithTheNameTheirClientKnows() {
    UserRecord ada = ada();
    EnrollmentRecord first = pending(ada, 0);
    EnrollmentRecord second = pending(ada, 1);

    EnrollmentPage page = enrollments.page(client, 0, 1);
    assertThat(page.total()).isEqualTo(2);
    assertThat(page.enrollments()).containsExactly(new EnrollmentView(second, "ada"));
    assertThat(enrollments.find(client, first.id()).externalId()).isEqualTo("ada");
    assertThat(enrollments.page(stranger, 0, 20).total()).isZero();
    assertRefused(ErrorCode.NOT_FOUND, () -> enrollments.find(stranger, first.id()));
    assertRefused(ErrorCode.NOT_FOUND, () -> enrollments.delete(stranger, first.id(), actor));
  }

  @Test
  void anEnrollmentThatIsDeletedWhileItGoesOnEndsItsSession() {
    EnrollmentRecord going = pending(ada(), 0);

    enrollments.delete(client, going.id(), actor);

    assertThat(station.store.sessions().byId(going.session()).orElseThrow().status())
        .isEqualTo(SessionStatus.CANCELLED);
    assertRefused(ErrorCode.NOT_FOUND, () -> enrollments.delete(client, going.id(), actor));
  }

  @Test
  void anEnrollmentIsDeletedByASupervisorAndNotByAnOperator() {
    EnrollmentRecord going = pending(ada(), 0);
    assertRefused(
        ErrorCode.FORBIDDEN,
        () ->
            enrollments.delete(
                client, going.id(), Actor.operator(UUID.randomUUID(), Role.OPERATOR)));
    enrollments.delete(client, going.id(), Actor.operator(UUID.randomUUID(), Role.SUPERVISOR));
    assertRefused(ErrorCode.NOT_FOUND, () -> enrollments.find(client, going.id()));
  }
}
