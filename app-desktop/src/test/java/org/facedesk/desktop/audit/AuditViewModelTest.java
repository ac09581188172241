package org.facedesk.desktop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.facedesk.admin.AuditTrail;
import org.facedesk.admin.ExportedTrail;
import org.facedesk.admin.Role;
import org.facedesk.core.ErrorCode;
import org.facedesk.desktop.audit.AuditScreen.Work;
import org.facedesk.desktop.records.RecordsStation;
import org.facedesk.desktop.ui.Background;
import org.facedesk.store.Audit;
import org.facedesk.store.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditViewModelTest {
  private final RecordsStation station = new RecordsStation(Role.ADMINISTRATOR);
  private final Deque<Runnable> work = new ArrayDeque<>();
  private final AuditViewModel model = model(RecordsStation.atOnce());

  @TempDir private Path folder;

  private AuditViewModel model(Background background) {
    return new AuditViewModel(
        new AuditServices(new AuditTrail(station.store), () -> Map.of("station", "S")),
        background,
        station.signedIn);
  }

  @AfterEach
  void close() {
    station.close();
  }

  private void append(int count) {
    station.store.inTransaction(tx -> {
      for (int i = 0; i < count; i++) {
        tx.audit().append(new AuditEvent("trail.tested", "station", null, "s" + i, null, Map.of()));
      }
      return true;
    });
  }

  @Test
  void entriesComePageByPageNewestFirst() {
    append(AuditTrail.PAGE + 10);
    model.refresh();
    assertThat(model.screen().rows()).hasSize(AuditTrail.PAGE);
    assertThat(model.screen().more()).isTrue();
    model.more();
    assertThat(model.screen().rows()).hasSize(AuditTrail.PAGE + 10);
    assertThat(model.screen().rows().getLast().number()).isEqualTo(1);
    assertThat(model.screen().more()).isFalse();
    assertThat(model.name("station")).isEqualTo("S");
  }

  @Test
  void aFilterTakesThePlaceOfWhatWasShown() {
    append(3);
    model.refresh();
    model.filter(new Audit.Filter(null, null, "", "", "s1"));
    assertThat(model.screen().rows())
        .extracting(entry -> entry.event().subject())
        .containsExactly("s1");
  }

  @Test
  void aChainThatIsWholeIsSaidToBe() {
    append(3);
    model.verify();
    assertThat(model.screen().work()).isEqualTo(new Work.Whole(3));
    assertThat(model.back()).isTrue();
    assertThat(model.screen().work()).isEqualTo(new Work.Idle());
    assertThat(model.back()).isFalse();
  }

  @Test
  void checkingIsStopped() {
    append(1200);
    AuditViewModel slow = model(new Background(work::add, Runnable::run));
    slow.verify();
    work.remove().run();
    work.remove().run();
    assertThat(slow.screen().work()).isInstanceOf(Work.Checking.class);
    slow.stop();
    while (!work.isEmpty()) {
      work.remove().run();
    }
    assertThat(slow.screen().work()).isEqualTo(new Work.Stopped());
  }

  @Test
  void whatIsExportedCanBeVerifiedElsewhere() {
    append(1200);
    Path file = folder.resolve("audit.jsonl");
    model.export(file);
    assertThat(model.screen().work()).isEqualTo(new Work.Exported(file, 1200));
    assertThat(ExportedTrail.check(file).entries()).isEqualTo(1200);
    assertThat(model.screen().rows().getFirst().event().action()).isEqualTo("audit.exported");
  }

  @Test
  void anExportIsStopped() {
    append(1200);
    AuditViewModel slow = model(new Background(work::add, Runnable::run));
    Path file = folder.resolve("audit.csv");
    slow.export(file);
    work.remove().run();
    slow.stop();
    while (!work.isEmpty()) {
      work.remove().run();
    }
    assertThat(slow.screen().work()).isEqualTo(new Work.Stopped());
    assertThat(file).doesNotExist();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aSupervisorSeesTheTrailAndGivesNothingOut() {
    try (RecordsStation other = new RecordsStation(Role.SUPERVISOR)) {
      AuditViewModel supervisors =
          new AuditViewModel(
              new AuditServices(new AuditTrail(other.store), Map::of),
              RecordsStation.atOnce(),
              other.signedIn);
      supervisors.refresh();
      assertThat(supervisors.screen().mayExport()).isFalse();
      supervisors.export(folder.resolve("audit.jsonl"));
      assertThat(supervisors.screen().fault())
          .satisfies(fault -> {
            if (fault != null) {
              assertThat(fault.code()).isEqualTo(ErrorCode.FORBIDDEN);
            }
          })
          .isNotNull();
      assertThat(supervisors.screen().work()).isEqualTo(new Work.Idle());
      supervisors.dismissFault();
      assertThat(supervisors.screen().fault()).isNull();
    }
  }

  @Test
  void anExportThatOutlastsTheOperatorIsFinished() {
    append(1200);
    AuditViewModel slow = model(new Background(work::add, Runnable::run));
    Path file = folder.resolve("audit.jsonl");
    slow.export(file);
    work.remove().run();
    station.signedIn.out();
    while (!work.isEmpty()) {
      work.remove().run();
    }
    assertThat(slow.screen().work()).isEqualTo(new Work.Exported(file, 1200));
    assertThat(slow.screen().mayExport()).isFalse();
    assertThat(folder.toFile().list()).containsExactly("audit.jsonl");
  }

  @Test
  void checkingThatOutlastsTheOperatorIsFinished() {
    append(1200);
    AuditViewModel slow = model(new Background(work::add, Runnable::run));
    slow.verify();
    station.signedIn.out();
    while (!work.isEmpty()) {
      work.remove().run();
    }
    assertThat(slow.screen().work()).isEqualTo(new Work.Whole(1200));
  }

  @Test
  void whoDidItIsFoundByAPartOfTheNameInTheTable() {
    String grace = "operator:" + UUID.randomUUID();
    String other = "operator:" + UUID.randomUUID();
    for (String actor : List.of(grace, other)) {
      station
          .store
          .audit()
          .append(new AuditEvent("trail.tested", actor, null, "s", null, Map.of()));
    }
    AuditViewModel named =
        new AuditViewModel(
            new AuditServices(
                new AuditTrail(station.store), () -> Map.of(grace, "Grace Hopper", other, "Ada")),
            RecordsStation.atOnce(),
            station.signedIn);
    named.filter(new Audit.Filter(null, null, "", "hOPP", ""));
    assertThat(named.screen().rows())
        .extracting(entry -> entry.event().actor())
        .containsExactly(grace);
    named.filter(new Audit.Filter(null, null, "", other.substring(0, 20), ""));
    assertThat(named.screen().rows())
        .extracting(entry -> entry.event().actor())
        .containsExactly(other);
    named.filter(new Audit.Filter(null, null, "", "Grace", ""));
    Path file = folder.resolve("audit.jsonl");
    named.export(file);
    assertThat(named.screen().work()).isEqualTo(new Work.Exported(file, 1));
  }
}
