package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.admin.Fixture.NOON;
import static org.facedesk.admin.Fixture.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.facedesk.core.ErrorCode;
import org.facedesk.store.AttemptRecord;
import org.facedesk.store.Audit;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.SessionType;
import org.facedesk.store.TemplateRecord;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the people screen shows, changes and gives out about one person. */
@SuppressWarnings("NullAway.Init") // before each test
class PersonFilesTest {
  private static final Actor OPERATOR = Actor.operator(UUID.randomUUID(), Role.OPERATOR);
  private static final Actor SUPERVISOR = Actor.operator(UUID.randomUUID(), Role.SUPERVISOR);
  private static final byte[] VECTOR =
      "numbers of a face that nobody may see".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private Fixture station;
  private PeopleAdministration people;
  private PersonExport export;
  private ClientRecord desk;
  private UserRecord ada;

  @BeforeEach
  void open(@TempDir Path data) {
    station = new Fixture(data);
    people = new PeopleAdministration(station.store, station.gallery, station.clock);
    export = new PersonExport(station.store, station.clock);
    desk = station.store.clients().byId(Clients.DESK).orElseThrow();
    Picture photo =
        new Picture(
            Picture.Kind.OLD_PROFILE_PHOTO, new byte[] {7, 7}, new Picture.Reference("m", VECTOR));
    ada =
        people.create(
            desk,
            new NewPerson("E-1", "{\"name\":\"Ada\",\"floor\":3}", "{}", true, List.of(photo)),
            OPERATOR);
    EnrollmentRecord enrollment =
        new EnrollmentRecord(
            UUID.randomUUID(),
            desk.id(),
            ada.id(),
            UUID.randomUUID(),
            "completed",
            0.9,
            30,
            1,
            1,
            "camera",
            NOON,
            NOON);
    station.store.enrollments().insert(enrollment);
    byte[] sealed = station.store.seal().seal("template:" + ada.id(), VECTOR);
    station
        .store
        .templates()
        .replace(
            new TemplateRecord(
                0, desk.id(), ada.id(), desk.gallery(), enrollment.id(), "m", 3, sealed, NOON));
    station
        .store
        .attempts()
        .insert(
            new AttemptRecord(
                UUID.randomUUID(),
                desk.id(),
                UUID.randomUUID(),
                SessionType.VERIFICATION,
                ada.id(),
                "no_match",
                0.8,
                0.1,
                NOON));
  }

  @AfterEach
  void close() {
    station.close();
  }

  @Test
  void theHistoryHasPictureEnrollmentsAndAttempts() {
    PersonHistory history = new PeopleHistory(station.store).of(desk, "E-1", OPERATOR);
    assertThat(history.name()).isEqualTo("Ada");
    assertThat(history.portrait()).contains(new byte[] {7, 7});
    assertThat(history.has(Picture.Kind.OLD_PROFILE_PHOTO)).isTrue();
    assertThat(history.enrollments()).hasSize(1);
    assertThat(history.attempts()).extracting(AttemptRecord::outcome).containsExactly("no_match");
  }

  @Test
  void theTrailOfAPersonIsForSupervisors() {
    PeopleHistory histories = new PeopleHistory(station.store);
    assertThat(histories.of(desk, "E-1", OPERATOR).trail()).isEmpty();
    assertThat(histories.of(desk, "E-1", SUPERVISOR).trail())
        .extracting(entry -> entry.event().action())
        .containsExactly("person.created");
  }

  @Test
  void aNewNameLeavesTheRestOfTheProfile() {
    UserRecord renamed = people.rename(desk, "E-1", " Ada King ", OPERATOR);
    assertThat(PersonName.of(renamed)).isEqualTo("Ada King");
    assertThat(renamed.profile()).contains("\"floor\":3");
    assertThat(PersonName.of(people.rename(desk, "E-1", " ", OPERATOR))).isEmpty();
    assertRefused(
        ErrorCode.INVALID_REQUEST, () -> people.rename(desk, "E-1", "x".repeat(201), OPERATOR));
    assertRefused(
        ErrorCode.INVALID_REQUEST, () -> people.rename(desk, "E-1", "a\u0007b", OPERATOR));
  }

  @Test
  void anOperatorAloneErasesExportsAndUnlocksNobody() {
    assertRefused(
        ErrorCode.FORBIDDEN, () -> people.erase(desk, "E-1", ErasureReason.LEFT, OPERATOR));
    assertRefused(ErrorCode.FORBIDDEN, () -> people.erase(desk, "E-1", OPERATOR));
    Path file = folder.resolve("ada.zip");
    assertRefused(ErrorCode.FORBIDDEN, () -> export.write(desk, "E-1", file, OPERATOR));
    assertRefused(
        ErrorCode.FORBIDDEN,
        () -> new Unlocking(station.store, station.clock).unlock(desk, "E-1", OPERATOR));
    assertThat(file).doesNotExist();
    assertThat(people.find(desk, "E-1")).isEqualTo(ada);
  }

  @Test
  void theReasonOfAnErasureStandsInTheTrail() {
    people.erase(desk, "E-1", ErasureReason.PERSON_ASKED, SUPERVISOR);
    assertThat(station.lastEvent().action()).isEqualTo("person.erased");
    assertThat(station.lastEvent().details()).containsEntry("reason", "person_asked");
    assertThat(station.lastEvent().actor()).isEqualTo(SUPERVISOR.name());
  }

  @Test
  void anExportHasEverythingButTheTemplatesNumbers() throws IOException {
    Path file = folder.resolve("ada.zip");
    Files.writeString(file, "an earlier one");
    export.write(desk, "E-1", file, SUPERVISOR);

    try (ZipFile zip = new ZipFile(file.toFile())) {
      byte[] json = zip.getInputStream(zip.getEntry("person.json")).readAllBytes();
      byte[] photo = zip.getInputStream(zip.getEntry("old_profile_photo.jpg")).readAllBytes();
      assertThat(photo).containsExactly(7, 7);
      assertThat(zip.size()).isEqualTo(2);
      JsonNode person = JsonMapper.shared().readTree(json);
      assertThat(person.get("id").asString()).isEqualTo("E-1");
      assertThat(person.get("profile").get("name").asString()).isEqualTo("Ada");
      assertThat(person.get("templates")).hasSize(1);
      assertThat(person.get("templates").get(0).get("model").asString()).isEqualTo("m");
      assertThat(person.get("enrollments")).hasSize(1);
      assertThat(person.get("attempts")).hasSize(1);
      assertThat(person.get("created_at").asString()).startsWith("2026-11-22T12:00:00");
      String text = new String(json, StandardCharsets.UTF_8);
      assertThat(text)
          .doesNotContain(Base64.getEncoder().encodeToString(VECTOR))
          .doesNotContain("numbers of a face")
          .doesNotContain("vector");
    }
    assertThat(station.lastEvent().action()).isEqualTo("person.exported");
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void anExportThatCannotBeWrittenLeavesNothingAndIsNotTold() {
    Path nowhere = folder.resolve("missing").resolve("ada.zip");
    assertRefused(ErrorCode.FILE_UNWRITABLE, () -> export.write(desk, "E-1", nowhere, SUPERVISOR));
    assertThat(station.store.audit().page(Audit.Filter.NONE, Long.MAX_VALUE, 9))
        .noneMatch(entry -> entry.event().action().equals("person.exported"));
  }
}
