package org.facedesk.desktop.settings;

import java.util.Arrays;
import java.util.List;
import org.facedesk.admin.Role;
import org.facedesk.core.settings.Setting;

/** A part of the screen, and who sees it. */
public enum Section {
  CAMERA(Role.ADMINISTRATOR, Setting.CAMERA, Setting.CAMERA_SIZE, Setting.MIRROR),
  SERVER(Role.ADMINISTRATOR, Setting.SERVER, Setting.HOST, Setting.PORT, Setting.TLS),
  STORE(Role.ADMINISTRATOR, Setting.STORE, Setting.STORE_USER, Setting.STORE_PASSWORD),
  CAPTURE(
      Role.ADMINISTRATOR,
      Setting.QUALITY,
      Setting.BLINKS,
      Setting.MOTION_EVENTS,
      Setting.SAMPLES,
      Setting.SESSION_MINUTES,
      Setting.VERIFICATION_ATTEMPTS,
      Setting.VERIFICATION_FMR,
      Setting.IDENTIFICATION_FPIR,
      Setting.CHALLENGE,
      Setting.KNOWN_USERS_ONLY),
  RETENTION(
      Role.ADMINISTRATOR,
      Setting.RETENTION_DAYS,
      Setting.PICTURE_RETENTION_DAYS,
      Setting.AUDIT_RETENTION_DAYS),
  STATION(
      Role.ADMINISTRATOR, Setting.STATION_NAME, Setting.IDLE_LOCK_MINUTES, Setting.PRACTICE_MODE),
  APPEARANCE(Role.OPERATOR, Setting.LANGUAGE, Setting.THEME),
  ABOUT(Role.OPERATOR);

  private final Role least;

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
  private final List<Setting> settings;

  Section(Role least, Setting... settings) {
    this.least = least;
    this.settings = List.of(settings);
  }

  public List<Setting> settings() {
    return settings;
  }

  /** What this role sees. */
  static List<Section> of(Role role) {
    return Arrays.stream(values()).filter(section -> role.covers(section.least)).toList();
  }

  static Section of(Setting setting) {
    return Arrays.stream(values())
        .filter(section -> section.settings.contains(setting))
        .findFirst()
        .orElseThrow();
  }
}
