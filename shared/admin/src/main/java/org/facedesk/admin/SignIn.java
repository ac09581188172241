package org.facedesk.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.OperatorRecord;
import org.facedesk.store.Operators;
import org.facedesk.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Lets operators in. A try is counted before the password is looked at, so that many at once gain
 * nothing; the fifth wrong one in a row locks the name for half a minute, each further one for
 * twice as long, up to an hour. A name nobody has takes the same time and locks in the same way.
 * Safe for many threads.
 */
public final class SignIn {
  private static final int REMEMBERED_NAMES = 1000;

  /** What came of a try. */
  public sealed interface Result {
    record Welcome(Operator operator) implements Result {}

    /** Name or password is wrong, or the operator is not active; which, is not told. */
    record Refused() implements Result {}

    /** Too many were wrong; no password is looked at before. */
    record Locked(Instant until) implements Result {}
  }

  private final Store store;
  private final InstantSource clock;
  private final Passwords passwords;
  private final String nobodysHash;
  private final Map<String, Tries> unknown =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > REMEMBERED_NAMES;
        }
      };

  public SignIn(Store store, InstantSource clock, Passwords passwords) {
    this.store = store;
    this.clock = clock;
    this.passwords = passwords;
    this.nobodysHash = passwords.hash(UUID.randomUUID().toString().toCharArray());
  }

  /**
   * @param password wiped before this returns
   */
  public Result signIn(String name, char[] password) {
    return looked(name, password, AuditAction.OPERATOR_SIGNED_IN);
  }

  /**
   * The same for someone who does not sign in: who unlocks the window, signs for a decision, or
   * changes their password.
   *
   * @param password wiped before this returns
   */
  public Result confirm(String name, char[] password) {
    return looked(name, password, AuditAction.OPERATOR_CONFIRMED);
  }

  private Result looked(String name, char[] password, AuditAction action) {
    try {
      Optional<OperatorRecord> known = store.operators().byName(name);
      return known.isPresent()
          ? known(known.get().id(), password, action)
          : turnAway(Operators.folded(name), password);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** Someone else has signed in, or nobody is there any more. */
  public void signedOut(Operator operator) {
    audit(store, AuditAction.OPERATOR_SIGNED_OUT, operator.id(), operator.actor().name(), Map.of());
  }

  /** The window was locked: by hand, or because nothing happened for a while. */
  public void locked(Operator operator, boolean idle) {
    audit(
        store,
        AuditAction.OPERATOR_WINDOW_LOCKED,
        operator.id(),
        operator.actor().name(),
        Map.of("idle", Boolean.toString(idle)));
  }

  private Result known(UUID id, char[] password, AuditAction action) {
    Instant now = clock.instant();
    OperatorRecord charged = store.inTransaction(tx -> charge(tx, id, now));
    Instant until = charged.lockedUntil();
    if (until != null && charged.failures() == 0) {
      return new Result.Locked(until);
    }
    boolean right = passwords.matches(password, charged.passwordHash());
    if (right && charged.active()) {
      String fresh = passwords.outdated(charged.passwordHash()) ? passwords.hash(password) : null;
      return store.inTransaction(tx -> welcome(tx, id, fresh, now, action));
    }
    return refuse(id, charged);
  }

  /**
   * Counts the try.
   *
   * @return the operator as of now; with no failures and a time if the name is locked
   */
  private static OperatorRecord charge(Store tx, UUID id, Instant now) {
    tx.operators().hold();
    OperatorRecord present = tx.operators().byId(id).orElseThrow();
    Instant until = present.lockedUntil();
    if (until != null && now.isBefore(until)) {
      return present.failed(0, until);
    }
    int failures = present.failures() + 1;
    OperatorRecord charged = present.failed(failures, Lockout.until(failures, now));
    tx.operators().update(charged);
    return charged;
  }

  private static Result welcome(
      Store tx, UUID id, @Nullable String freshHash, Instant now, AuditAction action) {
    tx.operators().hold();
    OperatorRecord present = tx.operators().byId(id).orElseThrow().signedIn(now);
    tx.operators().update(freshHash == null ? present : present.withPassword(freshHash));
    Operator operator = new Operator(id, present.name(), Role.valueOf(present.role()));
    audit(tx, action, id, operator.actor().name(), Map.of("role", operator.role().name()));
    return new Result.Welcome(operator);
  }

  private Result refuse(UUID id, OperatorRecord charged) {
    Instant until = charged.lockedUntil();
    audit(
        store,
        until == null ? AuditAction.OPERATOR_SIGN_IN_REFUSED : AuditAction.OPERATOR_LOCKED_OUT,
        id,
        Actor.STATION.name(),
        Map.of("failures", Integer.toString(charged.failures())));
    return until == null ? new Result.Refused() : new Result.Locked(until);
  }

  /** A name nobody has: the same work, the same delays. */
  private Result turnAway(String name, char[] password) {
    Instant now = clock.instant();
    Tries charged;
    synchronized (unknown) {
      Tries before = unknown.getOrDefault(name, new Tries(0, null));
      if (before.until() != null && now.isBefore(before.until())) {
        return new Result.Locked(before.until());
      }
      int failures = before.failures() + 1;
      charged = new Tries(failures, Lockout.until(failures, now));
      unknown.put(name, charged);
    }
    boolean never = passwords.matches(password, nobodysHash);
    audit(
        store,
        AuditAction.OPERATOR_SIGN_IN_REFUSED,
        null,
        Actor.STATION.name(),
        Map.of("known", Boolean.toString(never)));
    return charged.until() == null ? new Result.Refused() : new Result.Locked(charged.until());
  }

  private static void audit(
      Store store,
      AuditAction action,
      @Nullable UUID subject,
      String actor,
      Map<String, String> details) {
    store
        .audit()
        .append(
            new AuditEvent(
                action, actor, null, subject == null ? null : subject.toString(), null, details));
  }

  private record Tries(int failures, @Nullable Instant until) {}
}
