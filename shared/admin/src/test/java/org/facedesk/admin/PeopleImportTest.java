package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.admin.Fixture.assertRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.facedesk.admin.ImportedRow.Status;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.Picture;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // before each test
class PeopleImportTest {
  private static final Actor SUPERVISOR = Actor.operator(UUID.randomUUID(), Role.SUPERVISOR);

  @TempDir private Path folder;
  private Fixture station;
  private ClientRecord desk;
  private final List<Integer> read = new ArrayList<>();

  @BeforeEach
  void open(@TempDir Path data) {
    station = new Fixture(data);
    desk = station.store.clients().byId(Clients.DESK).orElseThrow();
  }

  @AfterEach
  void close() {
    station.close();
  }

  /** Photos of one byte: 1 is fine, 2 is to be shown only, anything else is no picture. */
  private PhotoReader.Photo photo(byte[] encoded) {
    read.add((int) encoded[0]);
    Picture shown = new Picture(Picture.Kind.PROFILE_IMAGE, encoded, null);
    return switch (encoded[0]) {
      case 1 -> new PhotoReader.Photo(List.of(shown), null);
      case 2 -> new PhotoReader.Photo(List.of(shown), ErrorCode.PHOTO_UNUSABLE);
      default -> throw new FacedeskException(ErrorCode.INVALID_IMAGE, "no picture");
    };
  }

  private IntFunction<ImportSlice> slices(Path csv) {
    return new PeopleImport(station.store, station.clock, this::photo).of(desk, csv, SUPERVISOR);
  }

  private Path list(String text) throws IOException {
    return Files.writeString(folder.resolve("people.csv"), text);
  }

  private ImportRun.Progress run(Path csv) {
    try (ImportRun run = new ImportRun(csv, slices(csv))) {
      ImportRun.Progress progress = run.step();
      while (!progress.over()) {
        progress = run.step();
      }
      return progress;
    }
  }

  private UserRecord person(String id) {
    return station.store.users().byExternalId(desk.id(), id).orElseThrow();
  }

  private List<String> results() throws IOException {
    return Files.readAllLines(folder.resolve("people.results.csv"));
  }

  @Test
  void rowsBecomePeopleWithTheirColumns() throws IOException {
    ImportRun.Progress done = run(list("id,name,Department\nE-1,Zoë Ångström,Front desk\nE-2,,\n"));
    assertThat(done.count(Status.CREATED)).isEqualTo(2);
    assertThat(PersonName.of(person("E-1"))).isEqualTo("Zoë Ångström");
    assertThat(person("E-1").profile()).contains("\"Department\":\"Front desk\"");
    assertThat(person("E-2").profile()).isEqualTo("{}");
    assertThat(results())
        .containsExactly("row,id,status,code,message", "2,E-1,created,,", "3,E-2,created,,");
    assertThat(done.results()).isEqualTo(folder.resolve("people.results.csv"));
  }

  @ParameterizedTest
  @CsvSource({"';'", "','"})
  void spreadsheetsOfOtherCountriesAreRead(String separator) throws IOException {
    Path csv = list("\uFEFFID;Name\r\nE-1;\"a;b\"\r\n".replace(";", separator));
    assertThat(run(csv).count(Status.CREATED)).isEqualTo(1);
    assertThat(PersonName.of(person("E-1"))).isEqualTo("a" + separator + "b");
  }

  @Test
  void aPhotoIsStoredWithThePerson() throws IOException {
    Files.createDirectory(folder.resolve("photos"));
    Files.write(folder.resolve("photos/1.jpg"), new byte[] {1});
    ImportRun.Progress done = run(list("id,photo\nE-1,photos/1.jpg\n"));
    assertThat(done.count(Status.CREATED)).isEqualTo(1);
    assertThat(station.store.pictures().find(person("E-1").id(), Picture.Kind.PROFILE_IMAGE))
        .isPresent();
  }

  @Test
  void aPhotoThatCannotBeComparedWithIsSaid() throws IOException {
    Files.write(folder.resolve("2.jpg"), new byte[] {2});
    ImportRun.Progress done = run(list("id,photo\nE-1,2.jpg\n"));
    assertThat(done.problems())
        .extracting(ImportedRow::code)
        .containsExactly(ErrorCode.PHOTO_UNUSABLE);
    assertThat(results().getLast()).startsWith("2,E-1,created,PHOTO_UNUSABLE,");
  }

  @Test
  void aRowIsImportedAsAWholeOrNotAtAll() throws IOException {
    Files.write(folder.resolve("9.jpg"), new byte[] {9});
    ImportRun.Progress done =
        run(list("id,name,photo\nE-1,Ada,9.jpg\nE-2,Bob,none.jpg\nE-3,Cem,\n"));
    assertThat(done.count(Status.REFUSED)).isEqualTo(2);
    assertThat(done.problems())
        .extracting(ImportedRow::code)
        .containsExactly(ErrorCode.INVALID_IMAGE, ErrorCode.FILE_UNREADABLE);
    assertThat(station.store.users().count(desk.id())).isEqualTo(1);
    assertThat(person("E-3").externalId()).isEqualTo("E-3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.jpg",
        "/etc/passwd",
        "..\\secret.jpg",
        "a/../../secret.jpg",
        "link.jpg"
      })
  void aPhotoOutsideTheListsFolderIsNotRead(String name) throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.write(folder.resolve("secret.jpg"), new byte[] {1});
    Files.createSymbolicLink(inner.resolve("link.jpg"), folder.resolve("secret.jpg"));
    Path csv = Files.writeString(inner.resolve("people.csv"), "id,photo\nE-1," + name + "\n");
    ImportRun.Progress done = run(csv);
    assertThat(done.problems())
        .extracting(ImportedRow::code)
        .containsExactly(ErrorCode.INVALID_REQUEST);
    assertThat(read).isEmpty();
  }

  @Test
  void whatWasDoneIsRecognisedAndWhatWasMendedIsTried() throws IOException {
    Files.write(folder.resolve("1.jpg"), new byte[] {9});
    Path csv = list("id,name,photo\nE-1,Ada,1.jpg\nE-2,Bob,\n");
    run(csv);
    Files.write(folder.resolve("1.jpg"), new byte[] {1});
    ImportRun.Progress again = run(csv);
    assertThat(again.count(Status.CREATED)).isEqualTo(1);
    assertThat(again.count(Status.DONE_BEFORE)).isEqualTo(1);
    assertThat(run(csv).count(Status.DONE_BEFORE)).isEqualTo(2);
  }

  @Test
  void anImportThatWasCutOffIsTakenUp() throws IOException {
    StringBuilder text = new StringBuilder("id\n");
    for (int i = 0; i < 120; i++) {
      text.append("p").append(i).append('\n');
    }
    Path csv = list(text.toString());
    ImportRun killed = new ImportRun(csv, slices(csv));
    int done = killed.step().done();
    assertThat(done).isBetween(1, 119);
    assertThat(results()).as("written as soon as it is known").hasSize(1 + done);

    ImportRun.Progress again = run(csv);
    assertThat(again.count(Status.DONE_BEFORE)).isEqualTo(done);
    assertThat(again.count(Status.CREATED)).isEqualTo(120 - done);
    assertThat(station.store.users().count(desk.id())).isEqualTo(120);
    killed.close();
  }

  @Test
  void someoneWhoIsThereIsLeftAlone() throws IOException {
    new PeopleAdministration(station.store, station.gallery, station.clock)
        .create(desk, new NewPerson("E-1", "{\"name\":\"Ada\"}", "{}", true), SUPERVISOR);
    ImportRun.Progress done = run(list("id,name\nE-1,Eve\n"));
    assertThat(done.count(Status.EXISTS)).isEqualTo(1);
    assertThat(PersonName.of(person("E-1"))).isEqualTo("Ada");
  }

  @Test
  void theSecondRowOfAnIdIsRefused() throws IOException {
    ImportRun.Progress done = run(list("id,name\nE-1,Ada\nE-1,Eve\n"));
    assertThat(done.count(Status.CREATED)).isEqualTo(1);
    assertThat(done.problems()).extracting(ImportedRow::row).containsExactly(3);
    assertThat(PersonName.of(person("E-1"))).isEqualTo("Ada");
  }

  @Test
  void rowsThatAreEmptyAreLeftOutAndIdsThatAreNoneRefused() throws IOException {
    ImportRun.Progress done = run(list("id,name\n,\nE-1,Ada\n,Bob\n"));
    assertThat(done.total()).isEqualTo(2);
    assertThat(done.count(Status.CREATED)).isEqualTo(1);
    assertThat(done.problems()).extracting(ImportedRow::row).containsExactly(4);
  }

  @Test
  void aCellThatWouldBeAFormulaIsNoneInTheResults() throws IOException {
    run(list("id\n\"=HYPERLINK(\"\"http://x\"\")\"\n@cmd\n"));
    assertThat(results().get(1)).contains("\"'=HYPERLINK(");
    assertThat(results().get(2)).contains(",'@cmd,");
    assertThat(person("@cmd").externalId()).as("as it was given").isEqualTo("@cmd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "name\nAda\n", "id,id\n1,2\n", "id,\n1,2\n", "id\n1,2\n", "id\n\"open\n"})
  void aListThatMakesNoSenseIsRefusedAsAWhole(String text) throws IOException {
    Path csv = list(text);
    assertRefused(ErrorCode.LIST_INVALID, () -> slices(csv));
    assertThat(station.store.users().count(desk.id())).isZero();
  }

  @Test
  void aListInAnotherEncodingIsRefused() throws IOException {
    Path csv = folder.resolve("people.csv");
    Files.write(csv, "id,name\nE-1,Zoë\n".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(ErrorCode.LIST_INVALID, () -> slices(csv));
    assertRefused(ErrorCode.FILE_UNREADABLE, () -> slices(folder.resolve("none.csv")));
  }

  @Test
  void anOperatorAloneImportsNobody() throws IOException {
    Path csv = list("id\nE-1\n");
    PeopleImport imports = new PeopleImport(station.store, station.clock, this::photo);
    Actor operator = Actor.operator(UUID.randomUUID(), Role.OPERATOR);
    assertRefused(ErrorCode.FORBIDDEN, () -> imports.of(desk, csv, operator));
  }

  @Test
  void theTrailTellsOfTheImportAndOfEachPerson() throws IOException {
    run(list("id,name\nE-1,Ada\n"));
    assertThat(station.store.audit().page(0, 2))
        .extracting(entry -> entry.event().action())
        .containsExactly("person.created", "people.import_begun");
    assertThat(station.store.audit().page(0, 2).toString()).doesNotContain("Ada", "E-1");
  }
}
