package org.facedesk.admin;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.facedesk.core.settings.LiveSettings;
import org.facedesk.core.settings.Saved;
import org.facedesk.core.settings.Setting;
import org.facedesk.store.Audit;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;

/**
 * Changing the station's settings: an administrator all of them, every operator language and theme.
 * The audit trail has which ones were changed, and not what to: some are secrets.
 */
public final class SettingsAdministration {
  /** What every operator may change. */
  public static final Set<Setting> EVERYBODYS =
      Set.copyOf(EnumSet.of(Setting.LANGUAGE, Setting.THEME));

  private final LiveSettings settings;
  private final Audit audit;

  public SettingsAdministration(LiveSettings settings, Audit audit) {
    this.settings = settings;
    this.audit = audit;
  }

  /**
   * Checks and saves; what can take effect at once has done so when this returns.
   *
   * @throws org.facedesk.core.FacedeskException FORBIDDEN; SETTINGS_NOT_SAVED; or, when the server
   *     could not follow and its settings are what they were, PORT_IN_USE or SETTINGS_INVALID
   */
  public Saved save(Actor actor, Map<Setting, String> changes) {
    actor.require(EVERYBODYS.containsAll(changes.keySet()) ? Role.OPERATOR : Role.ADMINISTRATOR);
    Set<Setting> asked = changes.keySet();
    Map<Setting, String> before = settings.texts();
    try {
      return settings.save(changes);
    } finally {
      record(actor, asked, before);
    }
  }

  /** What is in force now and was not before, even if something failed to follow. */
  private void record(Actor actor, Set<Setting> asked, Map<Setting, String> before) {
    Map<Setting, String> now = settings.texts();
    String changed =
        asked.stream()
            .filter(each -> !String.valueOf(now.get(each)).equals(before.get(each)))
            .map(Setting::key)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(","));
    if (!changed.isEmpty()) {
      audit.append(
          new AuditEvent(
              AuditAction.SETTINGS_CHANGED,
              actor.name(),
              null,
              null,
              actor.correlationId(),
              Map.of("settings", changed)));
    }
  }
}
