package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.admin.Fixture.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.facedesk.admin.AuditExport.Format;
import org.facedesk.core.ErrorCode;
import org.facedesk.store.Audit;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.audit.ChainCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // before each test
class AuditTrailTest {
  private static final Actor OPERATOR = Actor.operator(UUID.randomUUID(), Role.OPERATOR);
  private static final Actor SUPERVISOR = Actor.operator(UUID.randomUUID(), Role.SUPERVISOR);
  private static final Actor ADMINISTRATOR = Actor.operator(UUID.randomUUID(), Role.ADMINISTRATOR);

  @TempDir private Path folder;
  private Fixture station;
  private AuditTrail trail;

  @BeforeEach
  void open(@TempDir Path data) {
    station = new Fixture(data);
    trail = new AuditTrail(station.store);
    for (int i = 0; i < 5; i++) {
      station
          .store
          .audit()
          .append(
              new AuditEvent(
                  i % 2 == 0 ? "person.created" : "client.created",
                  "operator:=1+1",
                  UUID.randomUUID(),
                  i == 3 ? null : "s" + i,
                  null,
                  Map.of("b", "ü\"x", "a", "1")));
    }
  }

  @AfterEach
  void close() {
    station.close();
  }

  private Path exported(Format format, Audit.Filter filter) {
    Path file = folder.resolve("trail." + format.ending());
    try (AuditExport export = trail.export(file, format, filter, ADMINISTRATOR)) {
      while (!export.step().over()) {
        assertThat(file).doesNotExist();
      }
    }
    return file;
  }

  @Test
  void supervisorsSeeAndCheckItAndAdministratorsGiveItOut() {
    assertRefused(
        ErrorCode.FORBIDDEN, () -> trail.page(Audit.Filter.NONE, Long.MAX_VALUE, OPERATOR));
    assertRefused(ErrorCode.FORBIDDEN, () -> trail.check(OPERATOR));
    assertRefused(
        ErrorCode.FORBIDDEN,
        () -> trail.export(folder.resolve("x"), Format.JSON_LINES, Audit.Filter.NONE, SUPERVISOR));
    assertThat(trail.page(Audit.Filter.NONE, Long.MAX_VALUE, SUPERVISOR)).hasSize(5);
    ChainCheck check = trail.check(SUPERVISOR);
    while (!check.over()) {
      check = trail.check(check, SUPERVISOR);
    }
    assertThat(check.broken()).isEmpty();
    assertThat(check.checked()).isEqualTo(5);
  }

  @Test
  void whatWasExportedIsVerifiedWithoutTheStation() {
    ExportedTrail.Finding finding =
        ExportedTrail.check(exported(Format.JSON_LINES, Audit.Filter.NONE));
    assertThat(finding.entries()).isEqualTo(5);
    assertThat(finding.first()).isEqualTo(1);
    assertThat(finding.last()).isEqualTo(5);
    assertThat(finding.gaps()).isZero();
    assertThat(finding.broken()).isEmpty();
    assertThat(station.lastEvent().action()).isEqualTo("audit.exported");
    assertThat(station.lastEvent().actor()).isEqualTo(ADMINISTRATOR.name());
  }

  @Test
  void aFilteredExportHasGapsAndIsVerifiedAllTheSame() {
    ExportedTrail.Finding finding =
        ExportedTrail.check(
            exported(Format.JSON_LINES, new Audit.Filter(null, null, "person.", "", "")));
    assertThat(finding.entries()).isEqualTo(3);
    assertThat(finding.gaps()).isEqualTo(2);
    assertThat(finding.broken()).isEmpty();
  }

  @Test
  void aChangeInTheFileIsFound() throws IOException {
    Path file = exported(Format.JSON_LINES, Audit.Filter.NONE);
    List<String> lines = Files.readAllLines(file);
    Files.write(file, List.of(lines.get(0), lines.get(1).replace("s1", "s9"), lines.get(2)));
    assertThat(ExportedTrail.check(file).broken()).hasValue(2);
    Files.write(file, List.of(lines.get(0), lines.get(2), lines.get(1)));
    assertThat(ExportedTrail.check(file).broken()).hasValue(2);
    Files.write(file, List.of("{\"number\":1}"));
    assertRefused(ErrorCode.LIST_INVALID, () -> ExportedTrail.check(file));
    Files.write(file, List.of("no json"));
    assertRefused(ErrorCode.LIST_INVALID, () -> ExportedTrail.check(file));
    assertRefused(
        ErrorCode.FILE_UNREADABLE, () -> ExportedTrail.check(folder.resolve("none.jsonl")));
  }

  @Test
  void aSpreadsheetGetsTheHashesToo() throws IOException {
    List<String> lines = Files.readAllLines(exported(Format.CSV, Audit.Filter.NONE));
    assertThat(lines).hasSize(6);
    assertThat(lines.getFirst())
        .isEqualTo(
            "number,at,action,actor,client,subject,correlation_id,details,previous_hash,hash");
    assertThat(lines.get(1)).startsWith("1,").contains("person.created", "0".repeat(64));
  }

  @Test
  void anExportThatIsStoppedLeavesNothing() {
    Path file = folder.resolve("trail.jsonl");
    try (AuditExport export =
        trail.export(file, Format.JSON_LINES, Audit.Filter.NONE, ADMINISTRATOR)) {
      assertThat(export).isNotNull();
    }
    assertThat(folder).isEmptyDirectory();
    assertThat(station.lastEvent().action()).isNotEqualTo("audit.exported");
  }

  @Test
  void theFormatFollowsTheFilesName() {
    assertThat(Format.of(Path.of("a.CSV"))).isEqualTo(Format.CSV);
    assertThat(Format.of(Path.of("a.jsonl"))).isEqualTo(Format.JSON_LINES);
  }
}
