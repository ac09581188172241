package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.Test;

/** What every store does with transactions, whatever database it stands on. */
abstract class TransactionContract {
  abstract Store store();

  @Test
  void isUndoneAsAWholeWhenItsWorkThrows() {
    UUID client = Samples.storedClient(store());
    UserRecord user = Samples.user(client, "17");
    assertThatThrownBy(() ->
            store()
                .inTransaction(tx -> {
                  tx.users().insert(user);
                  throw new IllegalStateException("on purpose");
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("on purpose");
    assertThat(store().users().byId(user.id())).isEmpty();
  }

  @Test
  void seesItsOwnChangesAndMayBeNested() {
    UUID client = Samples.storedClient(store());
    UserRecord user = Samples.user(client, "17");
    boolean seen =
        store()
            .inTransaction(tx -> {
              tx.users().insert(user);
              return tx.inTransaction(inner -> inner.users().byId(user.id()).isPresent());
            });
    assertThat(seen).isTrue();
    assertThat(store().users().byId(user.id())).isPresent();
  }
}
