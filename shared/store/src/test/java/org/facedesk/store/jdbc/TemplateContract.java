package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.store.jdbc.StoreContract.assertRefused;
import static org.facedesk.store.jdbc.StoreContract.together;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.facedesk.core.ErrorCode;
import org.facedesk.store.Store;
import org.facedesk.store.TemplateRecord;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.Test;

/** What every store does with templates, whatever database it stands on. */
abstract class TemplateContract {
  abstract Store store();

  @Test
  void takesThePlaceOfTheOldOneOfTheSameModel() {
    UserRecord user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
    int enrolled = store().users().enrolled();
    long first = store().templates().replace(Samples.template(store(), user, "m1"));
    long other = store().templates().replace(Samples.template(store(), user, "m2"));
    long second = store().templates().replace(Samples.template(store(), user, "m1"));

    assertThat(second).isGreaterThan(other).isGreaterThan(first);
    assertThat(store().templates().ofUser(user.id()))
        .extracting(TemplateRecord::id)
        .containsExactly(other, second);
    assertThat(store().users().enrolled()).isEqualTo(enrolled + 1);
  }

  @Test
  void isReadAsItWasWritten() {
    UserRecord user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
    TemplateRecord template = Samples.template(store(), user, "m");
    long id = store().templates().replace(template);
    assertThat(store().templates().byIds(List.of(id, id, -1L)))
        .singleElement()
        .usingRecursiveComparison()
        .ignoringFields("id")
        .isEqualTo(template);
    assertThat(store().templates().delete(id)).isTrue();
    assertThat(store().templates().delete(id)).isFalse();
    assertThat(store().templates().byIds(List.of(id))).isEmpty();
    assertThat(store().templates().byIds(List.of())).isEmpty();
  }

  @Test
  void comesWithAllOthersInTheOrderOfIds() {
    UUID client = Samples.storedClient(store());
    List<Long> made =
        store()
            .inTransaction(tx ->
                IntStream.range(0, 520)
                    .mapToObj(i -> Samples.storedUser(tx, client, "p" + i))
                    .map(user -> tx.templates().replace(Samples.template(tx, user, "m")))
                    .toList());
    try (Stream<TemplateRecord> all = store().templates().all()) {
      assertThat(all.filter(t -> t.client().equals(client)).map(TemplateRecord::id))
          .containsExactlyElementsOf(made);
    }
    assertThat(store().templates().ids()).isSorted().containsAll(made);
    assertThat(store().templates().count()).isGreaterThanOrEqualTo(520);
    assertThat(store().templates().byIds(made)).hasSize(520);
  }

  @Test
  void ofSomeoneWhoIsGoneIsRefused() {
    UserRecord nobody = Samples.user(Samples.storedClient(store()), "17");
    assertRefused(
        ErrorCode.USER_NOT_FOUND,
        () -> store().templates().replace(Samples.template(store(), nobody, "m")));
  }

  @Test
  void isOneHoweverManyArriveAtOnce() throws Exception {
    UserRecord user = Samples.storedUser(store(), Samples.storedClient(store()), "17");
    List<Long> ids =
        together(4, () -> store().templates().replace(Samples.template(store(), user, "m")));
    assertThat(store().templates().ofUser(user.id())).hasSize(1);
    assertThat(ids).doesNotHaveDuplicates();
  }
}
