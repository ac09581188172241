package org.facedesk.desktop.enroll;

import java.time.InstantSource;
import java.util.Optional;
import org.facedesk.admin.OperatorAdministration;
import org.facedesk.admin.Passwords;
import org.facedesk.admin.SignIn;
import org.facedesk.admin.Standing;
import org.facedesk.desktop.login.LoginServices;
import org.facedesk.store.Store;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import org.facedesk.store.seal.StationKey;

/** Operators' accounts in a store in memory, with passwords that are quick to hash. */
public final class FakeAccounts {
  private FakeAccounts() {}

  /** In a new store without any account; whoever a test lets in stays what they are. */
  public static LoginServices over(InstantSource clock) {
    LoginServices empty =
        over(
            JdbcStore.open(new StoreLocation.Memory(), new StationKey(new byte[StationKey.LENGTH])),
            clock);
    return new LoginServices(empty.signIn(), empty.operators(), Optional::of, clock);
  }

  public static LoginServices over(Store store, InstantSource clock) {
    Passwords quick = new Passwords(64, 1);
    SignIn signIn = new SignIn(store, clock, quick);
    Standing standing = new Standing(store.operators());
    return new LoginServices(
        signIn,
        new OperatorAdministration(store, clock, quick, signIn),
        who -> standing.of(who.id()),
        clock);
  }
}
