package org.facedesk.admin;

import java.nio.file.Path;
import java.util.List;
import org.facedesk.store.Audit;
import org.facedesk.store.Store;
import org.facedesk.store.audit.ChainCheck;

/**
 * The trail, for people: looked through, checked, given out. Supervisors see and check it;
 * administrators give it out. Safe for many threads.
 */
public final class AuditTrail {
  /** So many are shown at a time. */
  public static final int PAGE = 100;

  private final Store store;

  public AuditTrail(Store store) {
    this.store = store;
  }

  /**
   * The newest entries below a number.
   *
   * @param before {@link Long#MAX_VALUE} for the newest of all
   * @return at most {@link #PAGE}
   */
  public List<Audit.Entry> page(Audit.Filter filter, long before, Actor actor) {
    actor.require(Role.SUPERVISOR);
    return store.audit().page(filter, before, PAGE);
  }

  /** Begins to check the chain, up to where it ends now. */
  public ChainCheck check(Actor actor) {
    actor.require(Role.SUPERVISOR);
    return ChainCheck.of(store.audit().start(), store.audit().head());
  }

  /** Checks a few hundred entries more. */
  public ChainCheck check(ChainCheck soFar, Actor actor) {
    actor.require(Role.SUPERVISOR);
    return soFar.next(store.audit());
  }

  /**
   * Begins to write the trail to a file, up to where it ends now; that it was is in the trail
   * itself.
   *
   * @throws org.facedesk.core.FacedeskException FILE_UNWRITABLE; FORBIDDEN to operators below
   *     administrator
   */
  public AuditExport export(
      Path file, AuditExport.Format format, Audit.Filter filter, Actor actor) {
    actor.require(Role.ADMINISTRATOR);
    return new AuditExport(store, file, format, filter, actor);
  }
}
