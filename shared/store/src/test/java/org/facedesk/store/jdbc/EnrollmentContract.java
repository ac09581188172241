package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.store.jdbc.Samples.NOON;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.Test;

/** What every store does with enrollments, whatever database it stands on. */
abstract class EnrollmentContract {
  abstract Store store();

  @Test
  void isWrittenReadChangedAndDeleted() {
    UserRecord user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
    EnrollmentRecord pending = Samples.enrollment(user, UUID.randomUUID(), NOON);
    store().enrollments().insert(pending);
    assertThat(store().enrollments().byId(user.client(), pending.id())).contains(pending);
    assertThat(store().enrollments().byId(UUID.randomUUID(), pending.id())).isEmpty();

    EnrollmentRecord done =
        new EnrollmentRecord(
            pending.id(),
            user.client(),
            user.id(),
            pending.session(),
            "completed",
            0.83,
            31,
            1,
            2,
            "practice",
            NOON,
            NOON.plusSeconds(8));
    store().enrollments().update(done);
    assertThat(store().enrollments().byId(user.client(), pending.id())).contains(done);
    assertThat(store().enrollments().delete(UUID.randomUUID(), done.id())).isFalse();
    assertThat(store().enrollments().delete(user.client(), done.id())).isTrue();
    assertThat(store().enrollments().count(user.client())).isZero();
  }

  @Test
  void comesNewestFirst() {
    UserRecord user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
    List<EnrollmentRecord> made =
        Stream.of(1, 2, 3)
            .map(i -> Samples.enrollment(user, UUID.randomUUID(), NOON.plusSeconds(i)))
            .toList();
    made.forEach(store().enrollments()::insert);
    assertThat(store().enrollments().ofUser(user.client(), user.id()))
        .containsExactlyElementsOf(made.reversed());
    assertThat(store().enrollments().page(user.client(), 1, 1)).containsExactly(made.get(1));
    assertThat(store().enrollments().count(user.client())).isEqualTo(3);
  }
}
