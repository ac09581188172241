package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.facedesk.store.jdbc.StoreContract.together;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.facedesk.store.Audit;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.Store;
import org.facedesk.store.audit.ChainCheck;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What every store does with the audit trail, whatever database it stands on. */
abstract class TrailContract {
  abstract Store store();

  abstract Jdbi raw();

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

  private List<Long> found(Audit.Filter filter) {
    return store().audit().page(filter, Long.MAX_VALUE, 100).stream()
        .map(Audit.Entry::number)
        .toList();
  }

  @Test
  void isFilteredByTimeActionActorAndText() {
    UUID client = UUID.randomUUID();
    store()
        .audit()
        .append(
            new AuditEvent(
                "trail.tested", "operator:a_b", client, "S-100%", "beef", Map.of("kind", "Odd")));
    store()
        .audit()
        .append(new AuditEvent("trail.tested", "operator:axb", null, "s-1000", null, Map.of()));
    Audit.Entry second = store().audit().page(0, 1).getFirst();
    long one = second.number() - 1;
    long two = second.number();

    assertThat(found(new Audit.Filter(null, null, "trail.", "", ""))).contains(two, one);
    assertThat(found(new Audit.Filter(null, null, "", "operator:a_b", ""))).containsExactly(one);
    assertThat(
            found(
                new Audit.Filter(null, null, "trail.", "nobody", "")
                    .orBy(List.of("operator:a_b", "operator:nobody"))))
        .as("one of several actors")
        .containsExactly(one);
    assertThat(found(new Audit.Filter(null, null, "trail.", "", "100%"))).containsExactly(one);
    assertThat(found(new Audit.Filter(null, null, "", "", client.toString().substring(0, 18))))
        .containsExactly(one);
    assertThat(found(new Audit.Filter(null, null, "trail.", "", "oDD"))).containsExactly(one);
    assertThat(found(new Audit.Filter(second.at().plusSeconds(1), null, "trail.", "", "")))
        .isEmpty();
    assertThat(found(new Audit.Filter(null, second.at().plusSeconds(1), "trail.", "", "")))
        .contains(one, two);
    assertThat(store().audit().page(Audit.Filter.NONE, two, 1))
        .extracting(Audit.Entry::number)
        .containsExactly(one);
  }

  @Test
  void tellsWhatIsAboutSomeone() {
    String subject = UUID.randomUUID().toString();
    store().audit().append(event(subject));
    append(2);
    store().audit().append(event(subject));
    assertThat(store().audit().about(List.of(subject, "nobody"), 9)).hasSize(2);
    assertThat(store().audit().about(List.of(subject), 1)).hasSize(1);
    assertThat(store().audit().about(List.of(), 9)).isEmpty();
  }

  @Test
  void isCheckedInSteps() {
    store()
        .inTransaction(tx -> {
          IntStream.range(0, 520).forEach(i -> tx.audit().append(event("s" + i)));
          return true;
        });
    ChainCheck check = ChainCheck.of(store().audit().start(), store().audit().head());
    append(1);
    double before = -1;
    while (!check.over()) {
      assertThat(check.progress()).isBetween(before, 1.0);
      before = check.progress();
      check = check.next(store().audit());
    }
    assertThat(check.broken()).isEmpty();
    assertThat(check.checked()).isEqualTo(last() - 1).isEqualTo(check.head().number());
    assertThat(check.head().marked()).isTrue();
  }
}
