package org.facedesk.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.facedesk.store.Audit;
import org.facedesk.store.AuditEvent;
import org.junit.jupiter.api.Test;

class AuditChainTest {
  private static final Instant AT = Instant.parse("2026-11-22T12:00:00.123456Z");
  private static final UUID CLIENT = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final AuditEvent EVENT =
      new AuditEvent("person.deleted", "client:7", CLIENT, null, "abc", Map.of("b", "2", "a", "ä"));

  private final Audit.Entry first = AuditChain.next(1, AuditChain.start(), AT, EVENT);

  @Test
  void aLinkIsTheHashItsDescriptionSays() {
    // computed from the description with Python's hashlib
    assertThat(HexFormat.of().formatHex(first.hash()))
        .isEqualTo("0ea1240da6892208376b19a21ce544ed42191149f83fb424c8cde5405c9fb0cd");
    assertThat(first.at()).isEqualTo(Instant.parse("2026-11-22T12:00:00.123Z"));
  }

  @Test
  void everyPartOfAnEntryCounts() {
    for (AuditEvent changed :
        new AuditEvent[] {
          new AuditEvent("person.delete", "dclient:7", CLIENT, null, "abc", EVENT.details()),
          new AuditEvent("person.deleted", "client:8", CLIENT, null, "abc", EVENT.details()),
          new AuditEvent("person.deleted", "client:7", null, null, "abc", EVENT.details()),
          new AuditEvent("person.deleted", "client:7", CLIENT, "", "abc", EVENT.details()),
          new AuditEvent("person.deleted", "client:7", CLIENT, "abc", null, EVENT.details()),
          new AuditEvent("person.deleted", "client:7", CLIENT, null, "abc", Map.of("a", "ä")),
        }) {
      assertThat(follows(first.at(), changed)).isFalse();
    }
    assertThat(follows(first.at().plusMillis(1), EVENT)).isFalse();
    assertThat(follows(first.at(), EVENT)).isTrue();
  }

  private boolean follows(Instant at, AuditEvent event) {
    Audit.Entry entry = new Audit.Entry(1, at, event, first.previousHash(), first.hash());
    return AuditChain.follows(entry, 1, AuditChain.start());
  }

  @Test
  void anEntryStandsAtItsNumberAfterItsPredecessorOnly() {
    Audit.Entry second = AuditChain.next(2, first.hash(), AT, EVENT);
    assertThat(AuditChain.follows(second, 2, first.hash())).isTrue();
    assertThat(AuditChain.follows(second, 3, first.hash())).isFalse();
    assertThat(AuditChain.follows(second, 2, AuditChain.start())).isFalse();
  }
}
