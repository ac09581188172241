package org.facedesk.enroll;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.facedesk.enroll.DeskTerms.Exemption;
import org.facedesk.enroll.DeskTerms.Proof;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.ConsentRecord;
import org.facedesk.store.DecisionRecord;
import org.facedesk.store.DecisionRecord.Verdict;
import org.facedesk.store.Store;
import org.jspecify.annotations.Nullable;

/** Writes down what was said and decided at the desk: beside the enrollment, and in the trail. */
final class DeskNotes {
  private DeskNotes() {}

  static void opened(
      Store tx, ClientRecord client, UUID user, UUID enrollment, DeskTerms terms, Instant now) {
    DeskTerms.Consent consent = terms.consent();
    if (consent != null) {
      tx.consents()
          .insert(
              new ConsentRecord(
                  enrollment,
                  client.id(),
                  user,
                  consent.version(),
                  consent.language(),
                  terms.operator(),
                  consent.shownAt()));
      tx.audit()
          .append(
              new AuditEvent(
                  AuditAction.CONSENT_GIVEN,
                  terms.operator(),
                  client.id(),
                  enrollment.toString(),
                  null,
                  Map.of("version", consent.version(), "language", consent.language())));
    }
    for (Exemption exemption : terms.exemptions()) {
      Verdict verdict =
          exemption.proof() == Proof.BLINK ? Verdict.WITHOUT_BLINK : Verdict.WITHOUT_TURN;
      decided(tx, client.id(), enrollment, verdict, null, exemption.ruling(), now);
    }
  }

  static void decided(
      Store tx,
      UUID client,
      UUID enrollment,
      Verdict verdict,
      @Nullable UUID other,
      Ruling ruling,
      Instant now) {
    tx.decisions()
        .insert(
            new DecisionRecord(
                UUID.randomUUID(),
                client,
                enrollment,
                verdict,
                other,
                ruling.reason(),
                ruling.supervisor(),
                now));
    Map<String, String> details = new LinkedHashMap<>();
    details.put("verdict", verdict.wireName());
    details.put("reason", ruling.reason());
    if (other != null) {
      details.put("other", other.toString());
    }
    tx.audit()
        .append(
            new AuditEvent(
                AuditAction.ENROLLMENT_DECIDED,
                ruling.supervisor(),
                client,
                enrollment.toString(),
                null,
                details));
  }
}
