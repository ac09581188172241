package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.store.jdbc.Samples.NOON;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.facedesk.store.ConsentRecord;
import org.facedesk.store.DecisionRecord;
import org.facedesk.store.DecisionRecord.Verdict;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does with consents and decisions, whatever database it stands on. */
abstract class DeskRecordsContract {
  private static final String REASON = "The papers of both were looked at side by side.";

  private UserRecord user;
  private EnrollmentRecord enrollment;

  abstract Store store();

  abstract Jdbi raw();

  @BeforeEach
  void anEnrollment() {
    user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
    enrollment = storedEnrollment();
  }

  private EnrollmentRecord storedEnrollment() {
    EnrollmentRecord stored =
        Samples.enrollment(user, Samples.storedSession(store(), user.client()).id(), NOON);
    store().enrollments().insert(stored);
    return stored;
  }

  private ConsentRecord consent(EnrollmentRecord to, String version, int hour) {
    return new ConsentRecord(
        to.id(),
        user.client(),
        user.id(),
        version,
        "ar",
        "operator:1",
        NOON.plusSeconds(3600L * hour));
  }

  private DecisionRecord decision(Verdict verdict, @Nullable UUID candidate, int second) {
    return new DecisionRecord(
        UUID.randomUUID(),
        user.client(),
        enrollment.id(),
        verdict,
        candidate,
        REASON,
        "operator:2",
        NOON.plusSeconds(second));
  }

  @Test
  void aConsentIsReadAsItWasWritten() {
    ConsentRecord consent = consent(enrollment, "2026-11", 0);
    store().consents().insert(consent);

    assertThat(store().consents().ofEnrollment(user.client(), enrollment.id())).contains(consent);
    assertThat(store().consents().ofEnrollment(UUID.randomUUID(), enrollment.id())).isEmpty();
  }

  @Test
  void thePersonsConsentsComeNewestFirst() {
    ConsentRecord first = consent(enrollment, "1", 0);
    ConsentRecord second = consent(storedEnrollment(), "2", 1);
    store().consents().insert(first);
    store().consents().insert(second);

    assertThat(store().consents().ofUser(user.client(), user.id())).containsExactly(second, first);
  }

  @Test
  void decisionsAreReadAsTheyWereWrittenInTheirOrder() {
    DecisionRecord alone = decision(Verdict.WITHOUT_BLINK, null, 0);
    DecisionRecord about = decision(Verdict.DIFFERENT_PERSON, UUID.randomUUID(), 1);
    store().decisions().insert(about);
    store().decisions().insert(alone);

    assertThat(store().decisions().ofEnrollment(user.client(), enrollment.id()))
        .containsExactly(alone, about);
    assertThat(store().decisions().ofEnrollment(UUID.randomUUID(), enrollment.id())).isEmpty();
  }

  @Test
  void reasonsAreNotToBeReadInTheDatabase() {
    DecisionRecord decision = decision(Verdict.SAME_PERSON, UUID.randomUUID(), 0);
    store().decisions().insert(decision);

    List<byte[]> boxes =
        raw()
            .withHandle(handle ->
                handle
                    .createQuery("select sealed_reason from decision")
                    .mapTo(byte[].class)
                    .list());
    assertThat(boxes)
        .isNotEmpty()
        .allSatisfy(box ->
            assertThat(new String(box, StandardCharsets.ISO_8859_1)).doesNotContain("papers"));
  }

  @Test
  void bothGoWithTheirPerson() {
    store().consents().insert(consent(enrollment, "1", 0));
    store().decisions().insert(decision(Verdict.CHANGED_FACE, null, 0));

    store().users().delete(user.client(), user.id());

    assertThat(store().consents().ofUser(user.client(), user.id())).isEmpty();
    assertThat(store().decisions().ofEnrollment(user.client(), enrollment.id())).isEmpty();
  }
}
