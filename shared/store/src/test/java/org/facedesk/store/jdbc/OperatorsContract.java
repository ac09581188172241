package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.store.jdbc.Samples.NOON;
import static org.facedesk.store.jdbc.StoreContract.together;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.facedesk.store.OperatorRecord;
import org.facedesk.store.Operators;
import org.facedesk.store.Store;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does with those who work at the desk, whatever database it stands on. */
abstract class OperatorsContract {
  private Operators operators;

  abstract Store store();

  abstract Jdbi raw();

  @BeforeEach
  void nobody() {
    raw().useHandle(handle -> handle.execute("delete from desk_operator"));
    operators = store().operators();
  }

  private static OperatorRecord operator(String name) {
    return new OperatorRecord(
        UUID.randomUUID(), name, "$argon2id$v=19$m=8$…", "OPERATOR", true, 0, null, NOON, null);
  }

  @Test
  void anOperatorIsReadAsWritten() {
    OperatorRecord grace = operator("Grace Höpper").failed(3, NOON.plusSeconds(30));
    assertThat(operators.insert(grace)).isTrue();
    assertThat(operators.byId(grace.id())).contains(grace);
    assertThat(operators.all()).containsExactly(grace);
  }

  @Test
  void aNameIsFoundWhateverItsCase() {
    OperatorRecord grace = operator("Grace Höpper");
    operators.insert(grace);
    assertThat(operators.byName(" GRACE HÖPPER ")).contains(grace);
    assertThat(operators.byName("grace ho\u0308pper")).contains(grace);
    assertThat(operators.byName("grace")).isEmpty();
  }

  @Test
  void twoOperatorsCannotHaveTheSameName() {
    operators.insert(operator("Grace"));
    OperatorRecord ada = operator("Ada");
    operators.insert(ada);
    assertThat(operators.insert(operator("grace"))).isFalse();
    assertThat(operators.update(ada.named("GRACE"))).isFalse();
    assertThat(operators.byId(ada.id())).contains(ada);
  }

  @Test
  void everythingButTheIdCanChange() {
    OperatorRecord ada = operator("Ada");
    operators.insert(ada);
    OperatorRecord changed =
        ada.named("ada").as("SUPERVISOR").active(false).withPassword("$new").signedIn(NOON);
    assertThat(operators.update(changed)).isTrue();
    assertThat(operators.byId(ada.id())).contains(changed);
    assertThat(operators.update(operator("Nobody"))).isFalse();
  }

  @Test
  void neitherNameNorHashStandsInTheDatabase() {
    operators.insert(operator("Grace"));
    byte[] row =
        raw()
            .withHandle(handle ->
                handle
                    .createQuery("select sealed_name || sealed_password from desk_operator")
                    .mapTo(byte[].class)
                    .one());
    assertThat(new String(row, StandardCharsets.ISO_8859_1)).doesNotContain("Grace", "argon2");
  }

  @Test
  void whoHoldsTheOperatorsIsAlone() throws Exception {
    List<Boolean> first =
        together(
            3,
            () ->
                store()
                    .inTransaction(tx -> {
                      tx.operators().hold();
                      return tx.operators().all().isEmpty()
                          && tx.operators().insert(operator("First " + UUID.randomUUID()));
                    }));
    assertThat(first).containsExactlyInAnyOrder(true, false, false);
  }
}
