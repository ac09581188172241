package org.facedesk.core.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a station, checked. Immutable.
 *
 * @param camera what the desk sees with
 * @param server where clients find the station
 * @param store where everything is kept
 * @param capture what a session asks for
 * @param retention how long things are kept
 * @param desk how the window is
 */
public record StationSettings(
    Camera camera,
    Server server,
    StoreChoice store,
    Capture capture,
    Retention retention,
    Desk desk) {

  /** Nobody has set anything. */
  public static final StationSettings BUILT_IN = of(Map.of());

  /**
   * @param source as {@code --camera}: a number, a name, an address, {@code practice}, {@code
   *     replay:PATH}, or empty for the first camera
   * @param width wished for, pixels
   * @param height wished for, pixels
   * @param mirrored whether the preview is turned like a mirror; what is stored never is
   */
  public record Camera(String source, int width, int height, boolean mirrored) {
    /** Without the source, which may hold a password. */
    @Override
    public String toString() {
      return "camera at %d x %d%s".formatted(width, height, mirrored ? ", mirrored" : "");
    }
  }

  /**
   * @param port 0 picks a free one
   * @param encrypted empty: everywhere but on a loopback address
   */
  public record Server(boolean on, String host, int port, Optional<Boolean> encrypted) {}

  /**
   * @param address {@code jdbc:postgresql://…}; empty for the data folder's own
   * @param password in clear, in memory only; empty without one
   */
  public record StoreChoice(String address, String user, String password) {
    /** Without the address, which may hold a password. */
    @Override
    public String toString() {
      return address.isEmpty() ? "own store" : "shared store";
    }
  }

  /**
   * @param quality how strict pictures are judged
   * @param attempts failed verifications that lock a person
   * @param verificationFmr false match rate
   * @param identificationFpir false positive identification rate
   */
  public record Capture(
      Strictness quality,
      int blinks,
      int motionEvents,
      int samples,
      int attempts,
      Duration sessionLifetime,
      double verificationFmr,
      double identificationFpir,
      boolean knownUsersOnly) {}

  /** How strict pictures are judged: the quality that every gating component has to reach. */
  public enum Strictness {
    RELAXED(0.4),
    STANDARD(0.5),
    STRICT(0.6),
    VERY_STRICT(0.7);

    private final double threshold;

    Strictness(double threshold) {
      this.threshold = threshold;
    }

    /** On the scale of the quality policy, on which every component's minimum lies at 0.5. */
    public double threshold() {
      return threshold;
    }
  }

  /**
   * @param sessions sessions that are over, and attempts
   * @param audit entries of the audit trail; empty: for ever
   * @param pictures old photographs of people; empty: as long as the person
   */
  public record Retention(
      Duration sessions, Optional<Duration> audit, Optional<Duration> pictures) {}

  /**
   * @param stationName what operators call it; may be empty
   * @param idleLock after this time without a hand on it, never in a capture, the window locks
   * @param practiceMode whether the window starts in practice mode
   * @param challenge whether movements in an order drawn by the station are asked for at the desk
   * @param language a code such as {@code id}; empty: the computer's
   * @param theme {@code light} or {@code dark}; empty: the desktop's
   */
  public record Desk(
      String stationName,
      Duration idleLock,
      boolean practiceMode,
      boolean challenge,
      Optional<String> language,
      Optional<String> theme) {}

  /**
   * @param texts values by setting; what is missing is built in
   * @throws IllegalArgumentException if {@link Checks} finds a problem
   */
  static StationSettings of(Map<Setting, String> texts) {
    Values v = new Values(texts);
    String[] size = v.text(Setting.CAMERA_SIZE).split("x", 2);
    return new StationSettings(
        new Camera(
            v.text(Setting.CAMERA),
            Integer.parseInt(size[0]),
            Integer.parseInt(size[1]),
            v.on(Setting.MIRROR)),
        new Server(
            v.on(Setting.SERVER),
            v.text(Setting.HOST),
            v.number(Setting.PORT),
            v.some(Setting.TLS).map(Boolean::valueOf)),
        new StoreChoice(
            v.text(Setting.STORE), v.text(Setting.STORE_USER), v.text(Setting.STORE_PASSWORD)),
        v.capture(),
        new Retention(
            Duration.ofDays(v.number(Setting.RETENTION_DAYS)),
            v.days(Setting.AUDIT_RETENTION_DAYS),
            v.days(Setting.PICTURE_RETENTION_DAYS)),
        new Desk(
            v.text(Setting.STATION_NAME),
            Duration.ofMinutes(v.number(Setting.IDLE_LOCK_MINUTES)),
            v.on(Setting.PRACTICE_MODE),
            v.on(Setting.CHALLENGE),
            v.some(Setting.LANGUAGE),
            v.some(Setting.THEME)));
  }

  /** Texts as what they mean. */
  private record Values(Map<Setting, String> texts) {
    String text(Setting setting) {
      return texts.getOrDefault(setting, setting.fallback());
    }

    Optional<String> some(Setting setting) {
      return Optional.of(text(setting)).filter(text -> !text.isEmpty());
    }

    boolean on(Setting setting) {
      return Boolean.parseBoolean(text(setting));
    }

    int number(Setting setting) {
      return Integer.parseInt(text(setting));
    }

    Optional<Duration> days(Setting setting) {
      return number(setting) == 0
          ? Optional.empty()
          : Optional.of(Duration.ofDays(number(setting)));
    }

    Capture capture() {
      return new Capture(
          Strictness.valueOf(
              text(Setting.QUALITY).replace('-', '_').toUpperCase(java.util.Locale.ROOT)),
          number(Setting.BLINKS),
          number(Setting.MOTION_EVENTS),
          number(Setting.SAMPLES),
          number(Setting.VERIFICATION_ATTEMPTS),
          Duration.ofMinutes(number(Setting.SESSION_MINUTES)),
          Double.parseDouble(text(Setting.VERIFICATION_FMR)),
          Double.parseDouble(text(Setting.IDENTIFICATION_FPIR)),
          on(Setting.KNOWN_USERS_ONLY));
    }
  }
}
