package org.facedesk.admin;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.facedesk.core.settings.StationSettings;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.Store;

/**
 * Forgets what an administrator does not want to be kept: photographs of people, and the oldest
 * entries of the audit trail. Sessions and attempts are swept where sessions are kept. What was
 * forgotten stands in the trail as numbers.
 */
public final class Retention {
  private final Store store;
  private final Supplier<StationSettings.Retention> wanted;
  private final InstantSource clock;

  /**
   * @param wanted asked at every sweep
   */
  public Retention(Store store, Supplier<StationSettings.Retention> wanted, InstantSource clock) {
    this.store = store;
    this.wanted = wanted;
    this.clock = clock;
  }

  /** To be called now and then. */
  public void sweep() {
    StationSettings.Retention now = wanted.get();
    int pictures =
        now.pictures()
            .map(age -> store.pictures().deleteBefore(clock.instant().minus(age)))
            .orElse(0);
    int entries =
        now.audit().map(age -> store.audit().forgetBefore(clock.instant().minus(age))).orElse(0);
    if (pictures > 0 || entries > 0) {
      store
          .audit()
          .append(
              new AuditEvent(
                  AuditAction.RETENTION_SWEPT,
                  Actor.STATION.name(),
                  null,
                  null,
                  null,
                  Map.of(
                      "pictures", Integer.toString(pictures),
                      "audit_entries", Integer.toString(entries))));
    }
  }
}
