package org.facedesk.core.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything an administrator may change. A key is the option's name on the command line ({@code
 * --key}), in the environment ({@code FACEDESK_KEY}) and in {@code station.properties}.
 */
public enum Setting {
  /** As {@code --camera}; an address may hold a password and is sealed then. */
  CAMERA("camera", "", Effect.AT_ONCE, new Rule.Line(500)),
  CAMERA_SIZE(
      "camera-size",
      "1280x720",
      Effect.AT_ONCE,
      new Rule.OneOf("640x480", "800x600", "1280x720", "1920x1080")),
  MIRROR("mirror", "true", Effect.AT_ONCE, Rules.SWITCH),

  SERVER("server", "true", Effect.SERVER_REOPENS, Rules.SWITCH),
  HOST("host", "127.0.0.1", Effect.SERVER_REOPENS, new Rule.Host()),
  PORT("port", "8765", Effect.SERVER_REOPENS, new Rule.Between(0, 65535)),
  /** Empty: on, except on a loopback address. */
  TLS("tls", "", Effect.SERVER_REOPENS, new Rule.OneOf("", "true", "false")),

  /** Empty: the data folder's own. */
  STORE("store", "", Effect.NEXT_START, new Rule.StoreAddress()),
  STORE_USER("store-user", "", Effect.NEXT_START, new Rule.Line(128)),
  /** Sealed in the file; in clear only in the environment. */
  STORE_PASSWORD("store-password", "", Effect.NEXT_START, new Rule.Line(1000)),

  QUALITY(
      "quality",
      "standard",
      Effect.NEXT_SESSION,
      new Rule.OneOf("relaxed", "standard", "strict", "very-strict")),
  BLINKS("blinks", "1", Effect.NEXT_SESSION, new Rule.Between(0, 5)),
  MOTION_EVENTS("motion-events", "1", Effect.NEXT_SESSION, new Rule.Between(0, 5)),
  SAMPLES("samples", "3", Effect.NEXT_SESSION, new Rule.Between(1, 10)),
  VERIFICATION_ATTEMPTS("verification-attempts", "5", Effect.AT_ONCE, new Rule.Between(2, 20)),
  SESSION_MINUTES("session-minutes", "5", Effect.NEXT_SESSION, new Rule.Between(1, 60)),
  VERIFICATION_FMR(
      "verification-fmr", "1e-4", Effect.AT_ONCE, new Rule.OneOf("1e-3", "1e-4", "1e-5")),
  IDENTIFICATION_FPIR(
      "identification-fpir", "0.01", Effect.AT_ONCE, new Rule.OneOf("0.05", "0.01", "0.001")),
  CHALLENGE("challenge", "false", Effect.NEXT_SESSION, Rules.SWITCH),
  KNOWN_USERS_ONLY("known-users-only", "false", Effect.NEXT_SESSION, Rules.SWITCH),

  RETENTION_DAYS("retention-days", "30", Effect.AT_ONCE, new Rule.Between(1, 3650)),
  /** 0: for ever. */
  AUDIT_RETENTION_DAYS("audit-retention-days", "0", Effect.AT_ONCE, new Rule.Between(0, 36500)),
  /** 0: as long as the person. */
  PICTURE_RETENTION_DAYS("picture-retention-days", "0", Effect.AT_ONCE, new Rule.Between(0, 36500)),

  STATION_NAME("station-name", "", Effect.AT_ONCE, new Rule.Line(60)),
  IDLE_LOCK_MINUTES("idle-lock-minutes", "10", Effect.AT_ONCE, new Rule.Between(1, 240)),
  PRACTICE_MODE("practice-mode", "false", Effect.NEXT_START, Rules.SWITCH),
  /** Empty: the computer's. */
  LANGUAGE("language", "", Effect.AT_ONCE, new Rule.OneOf("", "en", "id", "es", "fr", "ar")),
  /** Empty: the desktop's. */
  THEME("theme", "", Effect.AT_ONCE, new Rule.OneOf("", "light", "dark"));

  private final String key;
  private final String fallback;
  private final Effect effect;

  @SuppressWarnings("ImmutableEnumChecker") // records of numbers, texts and lists that are copies
  private final Rule rule;

  Setting(String key, String fallback, Effect effect, Rule rule) {
    this.key = key;
    this.fallback = fallback;
    this.effect = effect;
    this.rule = rule;
  }

  /** Rules that several settings share. */
  private static final class Rules {
    static final Rule SWITCH = new Rule.OneOf("true", "false");
  }

  public String key() {
    return key;
  }

  /** What it is when nobody sets it. */
  public String fallback() {
    return fallback;
  }

  public Effect effect() {
    return effect;
  }

  /** The variable of the environment that fixes it. */
  public String variable() {
    return "FACEDESK_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** What may be chosen from; empty if it is entered. */
  public List<String> choices() {
    return rule instanceof Rule.OneOf(List<String> values) ? values : List.of();
  }

  /** Whether this value holds a secret: it is sealed in the file, and never logged. */
  public boolean secret(String value) {
    return switch (this) {
      case STORE_PASSWORD -> !value.isEmpty();
      // user:password@ or a token among the options
      case CAMERA -> value.contains("://") && (value.contains("@") || value.contains("?"));
      default -> false;
    };
  }

  /** A value as it may be shown: without what is secret in it. */
  public String shown(String value) {
    if (!secret(value)) {
      return value;
    }
    return this == CAMERA ? value.replaceFirst("//[^/]*@", "//").replaceFirst("\\?.*", "") : "";
  }

  /** Spaces around it mean nothing, except in a password; nor does the case of what is chosen. */
  String clean(String value) {
    if (this == STORE_PASSWORD) {
      return value;
    }
    String clean = value.strip();
    return choices().isEmpty() ? clean : clean.toLowerCase(Locale.ROOT);
  }

  Optional<Problem> check(String value) {
    return rule.check(this, value);
  }

  public static Optional<Setting> byKey(String key) {
    return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
  }
}
