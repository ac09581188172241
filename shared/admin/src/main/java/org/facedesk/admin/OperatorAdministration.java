package org.facedesk.admin;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.facedesk.admin.OperatorResult.Done;
import org.facedesk.admin.OperatorResult.Reason;
import org.facedesk.admin.OperatorResult.Refused;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.OperatorRecord;
import org.facedesk.store.Store;

/**
 * The accounts of those who work at the desk: an administrator's task, except the first account and
 * one's own password. Passwords are wiped before a method returns. Every change is in the trail, by
 * ids and codes. Safe for many threads.
 *
 * <p>Methods that take an actor throw {@link FacedeskException} FORBIDDEN unless it is an
 * administrator.
 */
public final class OperatorAdministration {
  private static final int MAX_NAME = 60;

  private final Store store;
  private final InstantSource clock;
  private final Passwords passwords;
  private final SignIn signIn;

  public OperatorAdministration(
      Store store, InstantSource clock, Passwords passwords, SignIn signIn) {
    this.store = store;
    this.clock = clock;
    this.passwords = passwords;
    this.signIn = signIn;
  }

  /** Whether there is any account; if not, the first one can be founded. */
  public boolean founded() {
    return !store.operators().all().isEmpty();
  }

  /** Makes the first account, an administrator's. Of two who try at once, one is refused. */
  public OperatorResult found(String name, char[] password) {
    return made(
        name,
        password,
        checked ->
            store.inTransaction(tx -> {
              tx.operators().hold();
              if (!tx.operators().all().isEmpty()) {
                return new Refused(Reason.NOT_FIRST);
              }
              return insert(
                  tx, checked, Role.ADMINISTRATOR, Actor.STATION, AuditAction.OPERATOR_FOUNDED);
            }));
  }

  /** Oldest first. */
  public List<OperatorView> list(Actor actor) {
    actor.require(Role.ADMINISTRATOR);
    return store.operators().all().stream().map(OperatorView::of).toList();
  }

  public OperatorResult create(Actor actor, String name, Role role, char[] password) {
    actor.require(Role.ADMINISTRATOR);
    return made(
        name,
        password,
        checked ->
            store.inTransaction(tx -> {
              tx.operators().hold();
              return insert(tx, checked, role, actor, AuditAction.OPERATOR_CREATED);
            }));
  }

  public OperatorResult rename(Actor actor, UUID id, String name) {
    actor.require(Role.ADMINISTRATOR);
    return valid(name)
        ? change(
            actor, id, AuditAction.OPERATOR_RENAMED, Map.of(), before -> before.named(name.strip()))
        : new Refused(Reason.NAME_INVALID);
  }

  public OperatorResult changeRole(Actor actor, UUID id, Role role) {
    actor.require(Role.ADMINISTRATOR);
    return change(
        actor,
        id,
        AuditAction.OPERATOR_ROLE_CHANGED,
        Map.of("role", role.name()),
        before -> before.as(role.name()));
  }

  /**
   * @param active false: they cannot sign in any more; their acts stay in the trail
   */
  public OperatorResult setActive(Actor actor, UUID id, boolean active) {
    actor.require(Role.ADMINISTRATOR);
    return change(
        actor,
        id,
        active ? AuditAction.OPERATOR_ACTIVATED : AuditAction.OPERATOR_DEACTIVATED,
        Map.of(),
        before -> before.active(active));
  }

  /** Gives someone a new password, and lets them try again if they were locked out. */
  public OperatorResult resetPassword(Actor actor, UUID id, char[] password) {
    actor.require(Role.ADMINISTRATOR);
    return newPassword(actor, id, password, AuditAction.OPERATOR_PASSWORD_RESET);
  }

  /** Changes the password of who is signed in; a wrong present one counts like at the sign-in. */
  public OperatorResult changeOwnPassword(Operator who, char[] present, char[] next) {
    try {
      return signIn.confirm(who.name(), present) instanceof SignIn.Result.Welcome
          ? newPassword(who.actor(), who.id(), next, AuditAction.OPERATOR_PASSWORD_CHANGED)
          : new Refused(Reason.PASSWORD_WRONG);
    } finally {
      Arrays.fill(next, '\0');
    }
  }

  private OperatorResult newPassword(Actor actor, UUID id, char[] password, AuditAction action) {
    try {
      Optional<OperatorRecord> known = store.operators().byId(id);
      if (known.isEmpty()) {
        return new Refused(Reason.NOT_FOUND);
      }
      Optional<PasswordRule> weak = PasswordRule.against(password, known.get().name());
      if (weak.isPresent()) {
        return new Refused(Reason.of(weak.get()));
      }
      String hash = passwords.hash(password);
      return change(actor, id, action, Map.of(), before -> before.withPassword(hash));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /** Checks name and password of a new account before anything is written. */
  private OperatorResult made(
      String name, char[] password, Function<Account, OperatorResult> make) {
    try {
      if (!valid(name)) {
        return new Refused(Reason.NAME_INVALID);
      }
      Optional<PasswordRule> weak = PasswordRule.against(password, name);
      return weak.isPresent()
          ? new Refused(Reason.of(weak.get()))
          : make.apply(new Account(name.strip(), passwords.hash(password)));
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private OperatorResult insert(
      Store tx, Account account, Role role, Actor actor, AuditAction action) {
    OperatorRecord operator =
        new OperatorRecord(
            UUID.randomUUID(),
            account.name(),
            account.passwordHash(),
            role.name(),
            true,
            0,
            null,
            clock.instant(),
            null);
    if (!tx.operators().insert(operator)) {
      return new Refused(Reason.NAME_TAKEN);
    }
    audit(tx, actor, action, operator.id(), Map.of("role", role.name()));
    return new Done(OperatorView.of(operator));
  }

  private OperatorResult change(
      Actor actor,
      UUID id,
      AuditAction action,
      Map<String, String> details,
      UnaryOperator<OperatorRecord> edit) {
    return store.inTransaction(tx -> {
      tx.operators().hold();
      Optional<OperatorRecord> before = tx.operators().byId(id);
      if (before.isEmpty()) {
        return new Refused(Reason.NOT_FOUND);
      }
      OperatorRecord after = edit.apply(before.get());
      if (runsStation(before.get()) && !runsStation(after) && onlyOne(tx)) {
        return new Refused(Reason.LAST_ADMINISTRATOR);
      }
      if (!tx.operators().update(after)) {
        return new Refused(Reason.NAME_TAKEN);
      }
      audit(tx, actor, action, id, details);
      return new Done(OperatorView.of(after));
    });
  }

  private static boolean runsStation(OperatorRecord operator) {
    return operator.active() && operator.role().equals(Role.ADMINISTRATOR.name());
  }

  private static boolean onlyOne(Store tx) {
    return tx.operators().all().stream().filter(OperatorAdministration::runsStation).count() == 1;
  }

  private static boolean valid(String name) {
    String stripped = name.strip();
    return !stripped.isEmpty()
        && stripped.codePointCount(0, stripped.length()) <= MAX_NAME
        && stripped.codePoints().noneMatch(Character::isISOControl);
  }

  private static void audit(
      Store tx, Actor actor, AuditAction action, UUID subject, Map<String, String> details) {
    tx.audit()
        .append(
            new AuditEvent(
                action, actor.name(), null, subject.toString(), actor.correlationId(), details));
  }

  private record Account(String name, String passwordHash) {}
}
