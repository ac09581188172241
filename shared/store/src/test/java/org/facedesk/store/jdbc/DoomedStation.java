package org.facedesk.store.jdbc;

import java.nio.file.Path;
import java.util.Map;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.Clients;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;

/** Stores people and says so, one id a line, until it is killed. */
final class DoomedStation {
  private DoomedStation() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    Store store = JdbcStore.open(new StoreLocation.Embedded(folder), folder);
    for (int i = 0; ; i++) {
      UserRecord user = Samples.user(Clients.DESK, "person " + i);
      store.inTransaction(tx -> {
        tx.users().insert(user);
        tx.audit()
            .append(
                new AuditEvent(
                    "person.created", "station", null, user.id().toString(), null, Map.of()));
        return true;
      });
      System.out.println(user.id());
    }
  }
}
