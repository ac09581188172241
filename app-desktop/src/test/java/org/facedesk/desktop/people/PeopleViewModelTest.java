package org.facedesk.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.facedesk.admin.Actor;
import org.facedesk.admin.ErasureReason;
import org.facedesk.admin.ImportedRow.Status;
import org.facedesk.admin.PeopleSearch;
import org.facedesk.admin.PersonRow;
import org.facedesk.admin.Role;
import org.facedesk.core.ErrorCode;
import org.facedesk.desktop.people.PeopleScreen.Side;
import org.facedesk.desktop.records.RecordsStation;
import org.facedesk.desktop.ui.Background;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleViewModelTest {
  private final RecordsStation station = new RecordsStation(Role.OPERATOR);
  private final Actor supervisor = Actor.operator(UUID.randomUUID(), Role.SUPERVISOR);
  private final Deque<Runnable> work = new ArrayDeque<>();
  private final PeopleViewModel model = model(RecordsStation.atOnce());

  @TempDir private Path folder;

  private PeopleViewModel model(Background background) {
    return new PeopleViewModel(PeopleDesk.services(station), background, station.signedIn);
  }

  @AfterEach
  void close() {
    station.close();
  }

  private List<String> shown() {
    return model.screen().rows().stream().map(row -> row.user().externalId()).toList();
  }

  private void choose(String id) {
    model.search(id);
    model.choose(model.screen().rows().getFirst());
  }

  @Test
  void everyoneIsListedPageByPage() {
    for (int i = 0; i < PeopleSearch.PAGE + 20; i++) {
      station.person("p" + i, "");
    }
    model.refresh();
    assertThat(shown()).hasSize(PeopleSearch.PAGE);
    assertThat(model.screen().listing().more()).isTrue();
    assertThat(model.screen().listing().going()).isFalse();
    model.more();
    assertThat(shown()).hasSize(PeopleSearch.PAGE + 20);
    assertThat(model.screen().listing().more()).isFalse();
    model.more();
    assertThat(shown()).hasSize(PeopleSearch.PAGE + 20);
  }

  @Test
  void aSearchGoesOnUntilEveryoneWasLookedAt() {
    station.person("E-1", "Ada Lovelace");
    station.person("E-2", "Grace Hopper");
    model.refresh();
    model.search("hopper");
    assertThat(shown()).containsExactly("E-2");
    assertThat(model.screen().listing().looked()).isEqualTo(2);
    model.search("");
    assertThat(shown()).containsExactly("E-2", "E-1");
  }

  @Test
  void whatIsTypedWhileASearchRunsIsWhatIsShown() {
    station.person("E-1", "Ada");
    station.person("E-2", "Bob");
    PeopleViewModel slow = model(new Background(work::add, Runnable::run));
    slow.search("ada");
    slow.search("bob");
    while (!work.isEmpty()) {
      work.remove().run();
    }
    assertThat(slow.screen().rows()).extracting(PersonRow::name).containsExactly("Bob");
  }

  @Test
  void aSearchIsStopped() {
    station.person("E-1", "Ada");
    PeopleViewModel slow = model(new Background(work::add, Runnable::run));
    slow.search("ada");
    work.remove().run();
    assertThat(slow.screen().listing().going()).isTrue();
    slow.stopSearch();
    work.remove().run();
    assertThat(slow.screen().listing().going()).isFalse();
    assertThat(slow.screen().rows()).isEmpty();
    assertThat(work).isEmpty();
  }

  @Test
  void aPersonIsShownWithTheirHistory() {
    station.person("E-1", "Ada");
    choose("E-1");
    Side.Person person = (Side.Person) model.screen().side();
    assertThat(person.history().name()).isEqualTo("Ada");
    assertThat(person.deskOwn()).isTrue();
    assertThat(person.lines()).as("the trail is not for operators").isEmpty();
    assertThat(model.back()).isTrue();
    assertThat(model.screen().side()).isEqualTo(new Side.Nobody());
    assertThat(model.back()).isFalse();
  }

  @Test
  void aNewNameIsShownAtOnce() {
    station.person("E-1", "Ada");
    choose("E-1");
    model.beginRename();
    model.rename("Ada King");
    assertThat(((Side.Person) model.screen().side()).history().name()).isEqualTo("Ada King");
    assertThat(model.screen().rows()).extracting(PersonRow::name).containsExactly("Ada King");
    assertThat(model.screen().notice()).isEqualTo("people.renamed");
  }

  @Test
  void anErasureNeedsAReasonAndGivesAReceipt() {
    station.person("E-1", "Ada");
    choose("E-1");
    model.beginErase();
    model.erase(supervisor);
    assertThat(station.store.users().count(station.desk.id())).isEqualTo(1);
    model.chooseReason(ErasureReason.LEFT);
    model.erase(supervisor);
    Side.Erased erased = (Side.Erased) model.screen().side();
    assertThat(erased.reason()).isEqualTo(ErasureReason.LEFT);
    assertThat(erased.receipt().templates()).isZero();
    assertThat(shown()).isEmpty();
    assertThat(station.store.users().count(station.desk.id())).isZero();
  }

  @Test
  void whatNeedsASupervisorIsRefusedToOthers() {
    station.person("E-1", "Ada");
    choose("E-1");
    model.unlock(station.actor());
    assertThat(fault()).isEqualTo(ErrorCode.FORBIDDEN);
    model.dismissFault();
    model.export(folder.resolve("ada.zip"), station.actor());
    assertThat(fault()).isEqualTo(ErrorCode.FORBIDDEN);
    model.beginErase();
    model.chooseReason(ErasureReason.LEFT);
    model.erase(station.actor());
    assertThat(fault()).isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(station.store.users().count(station.desk.id())).isEqualTo(1);
    model.importFrom(folder.resolve("people.csv"), station.actor());
    assertThat(fault()).isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(model.screen().side()).isEqualTo(new Side.Nobody());
  }

  private ErrorCode fault() {
    var fault = model.screen().fault();
    assertThat(fault).isNotNull();
    return fault == null ? ErrorCode.INTERNAL : fault.code();
  }

  @Test
  void aSupervisorUnlocksAndExports() {
    station.person("E-1", "Ada");
    choose("E-1");
    model.unlock(supervisor);
    assertThat(model.screen().notice()).isEqualTo("people.unlocked");
    Path file = folder.resolve("ada.zip");
    model.export(file, supervisor);
    assertThat(model.screen().notice()).isEqualTo("people.exported");
    assertThat(file).exists();
  }

  @Test
  void aPersonWhoIsGoneMeanwhileIsSaid() {
    station.person("E-1", "Ada");
    model.refresh();
    PersonRow row = model.screen().rows().getFirst();
    station.people.erase(station.desk, "E-1", Actor.STATION);
    model.choose(row);
    assertThat(fault()).isEqualTo(ErrorCode.USER_NOT_FOUND);
    assertThat(model.back()).as("the fault first").isTrue();
    assertThat(model.screen().fault()).isNull();
  }

  @Test
  void aListBecomesPeople() throws IOException {
    Path csv = Files.writeString(folder.resolve("people.csv"), "id,name\nE-1,Ada\n,Bob\n");
    model.importFrom(csv, supervisor);
    Side.Importing importing = (Side.Importing) model.screen().side();
    assertThat(importing.over()).isTrue();
    assertThat(importing.progress()).isNotNull();
    if (importing.progress() != null) {
      assertThat(importing.progress().count(Status.CREATED)).isEqualTo(1);
      assertThat(importing.progress().count(Status.REFUSED)).isEqualTo(1);
    }
    assertThat(shown()).containsExactly("E-1");
    assertThat(folder.resolve("people.results.csv")).exists();
    model.back();
    assertThat(model.screen().side()).isEqualTo(new Side.Nobody());
  }

  @Test
  void anImportIsStoppedAndTakenUp() throws IOException {
    StringBuilder text = new StringBuilder("id\n");
    for (int i = 0; i < 120; i++) {
      text.append("p").append(i).append('\n');
    }
    Path csv = Files.writeString(folder.resolve("people.csv"), text);
    PeopleViewModel slow = model(new Background(work::add, Runnable::run));
    slow.importFrom(csv, supervisor);
    work.remove().run();
    work.remove().run();
    slow.stopImport();
    while (!work.isEmpty()) {
      work.remove().run();
    }
    Side.Importing stopped = (Side.Importing) slow.screen().side();
    assertThat(stopped.stopped()).isTrue();
    int there = station.store.users().count(station.desk.id());
    assertThat(there).isBetween(1, 119);

    model.importFrom(csv, supervisor);
    assertThat(station.store.users().count(station.desk.id())).isEqualTo(120);
  }

  @Test
  void aListThatCannotBeReadIsAFault() {
    model.importFrom(folder.resolve("none.csv"), supervisor);
    assertThat(fault()).isEqualTo(ErrorCode.FILE_UNREADABLE);
    assertThat(model.screen().side()).isEqualTo(new Side.Nobody());
  }

  @Test
  void listenersAreToldUntilTheyLeave() {
    int[] told = {0};
    Runnable leave = model.listen(screen -> told[0]++);
    model.refresh();
    int before = told[0];
    assertThat(before).isGreaterThan(1);
    leave.run();
    model.refresh();
    assertThat(told[0]).isEqualTo(before);
  }

  @Test
  void whatEndsAfterTheOperatorSignedOutIsTaken() {
    station.person("E-1", "Ada");
    PeopleViewModel slow = model(new Background(work::add, Runnable::run));
    slow.refresh();
    drain();
    slow.choose(slow.screen().rows().getFirst());
    drain();
    slow.beginRename();
    slow.rename("Ada Lovelace");
    station.signedIn.out();
    drain();
    assertThat(slow.screen().working()).isFalse();
    assertThat(slow.screen().notice()).isEqualTo("people.renamed");
    slow.refresh();
    assertThat(work).isEmpty();
  }

  private void drain() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }
}
