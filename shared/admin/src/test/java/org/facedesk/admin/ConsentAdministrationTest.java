package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.admin.Fixture.NOON;
import static org.facedesk.admin.Fixture.assertRefused;

import java.nio.file.Path;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.ConsentRecord;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentAdministrationTest {
  private static final Actor SUPERVISOR = Actor.operator(UUID.randomUUID(), Role.SUPERVISOR);

  private Fixture fixture;
  private ConsentAdministration consents;
  private PeopleAdministration people;
  private ClientRecord client;

  @BeforeEach
  void open(@TempDir Path folder) {
    fixture = new Fixture(folder);
    people = new PeopleAdministration(fixture.store, fixture.gallery, fixture.clock);
    consents = new ConsentAdministration(fixture.store, people);
    client = fixture.client();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private UserRecord enrolled(String externalId) {
    UserRecord user = people.create(client, NewPerson.of(externalId), Actor.COMMAND_LINE);
    UUID enrollment = UUID.randomUUID();
    fixture
        .store
        .enrollments()
        .insert(
            new EnrollmentRecord(
                enrollment,
                client.id(),
                user.id(),
                UUID.randomUUID(),
                "completed",
                0.9,
                60,
                1,
                1,
                "camera",
                NOON,
                NOON));
    fixture
        .store
        .consents()
        .insert(
            new ConsentRecord(
                enrollment, client.id(), user.id(), "2026-11", "fr", "operator:1", NOON));
    return user;
  }

  @Test
  void whatAPersonAgreedToCanBeRead() {
    enrolled("E-1");
    assertThat(consents.of(client, "E-1"))
        .singleElement()
        .satisfies(consent -> assertThat(consent.language()).isEqualTo("fr"));
    assertRefused(ErrorCode.USER_NOT_FOUND, () -> consents.of(fixture.client(), "E-1"));
  }

  @Test
  void withdrawnItErasesThePersonWithTheReasonInTheTrail() {
    UserRecord user = enrolled("E-1");

    ErasureReceipt receipt = consents.withdraw(client, "E-1", " Moved away ", SUPERVISOR);

    assertThat(receipt.person()).isEqualTo(user.id());
    assertThat(fixture.store.users().byId(user.id())).isEmpty();
    assertThat(fixture.store.consents().ofUser(client.id(), user.id())).isEmpty();
    assertThat(fixture.lastEvent().action()).isEqualTo("person.erased");
    assertThat(fixture.lastEvent().actor()).isEqualTo(SUPERVISOR.name());
    assertThat(fixture.lastEvent().details())
        .containsEntry("cause", "consent_withdrawn")
        .containsEntry("reason", "Moved away");
  }

  @Test
  void anOperatorAloneDoesNotWithdrawIt() {
    enrolled("E-1");
    Actor operator = Actor.operator(UUID.randomUUID(), Role.OPERATOR);
    assertRefused(
        ErrorCode.FORBIDDEN, () -> consents.withdraw(client, "E-1", "Moved away", operator));
    assertThat(people.find(client, "E-1").externalId()).isEqualTo("E-1");
  }

  @Test
  void aReasonIsNeeded() {
    enrolled("E-1");
    assertRefused(
        ErrorCode.INVALID_REQUEST, () -> consents.withdraw(client, "E-1", "  ", SUPERVISOR));
  }
}
