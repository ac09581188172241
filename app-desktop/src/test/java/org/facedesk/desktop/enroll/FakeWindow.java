package org.facedesk.desktop.enroll;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.facedesk.admin.ConsentTexts;
import org.facedesk.admin.Operator;
import org.facedesk.admin.Role;
import org.facedesk.capture.SourceSpec;
import org.facedesk.desktop.capture.CaptureServices;
import org.facedesk.desktop.capture.FakeDesk;
import org.facedesk.desktop.shell.StationStatus;
import org.facedesk.desktop.shell.WindowServices;
import org.facedesk.desktop.ui.Appearance;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.FilePicker;
import org.facedesk.desktop.ui.Navigation;
import org.facedesk.desktop.ui.Room;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.desktop.ui.Surroundings;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.desktop.ui.Vouching;

/** A window over a {@link FakeDesk}, for tests of the other packages. */
public final class FakeWindow {
  private FakeWindow() {}

  /** With an administrator at the desk. */
  public static WindowServices services(Theme theme, StationStatus status) {
    return services(theme, Locale.ENGLISH, status, signedIn(Role.ADMINISTRATOR), List.of());
  }

  public static WindowServices services(
      Theme theme, Locale locale, StationStatus status, SignedIn signedIn, List<Room> rooms) {
    return services(
        new FakeDesk().services(), theme, locale, status, signedIn, rooms, () -> Duration.ZERO);
  }

  /** Over a desk that the test has made. */
  public static WindowServices services(FakeDesk desk) {
    return services(desk, () -> Duration.ZERO);
  }

  /**
   * @param idleAfter how long nothing may happen until the window locks; zero for ever
   */
  public static WindowServices services(FakeDesk desk, Supplier<Duration> idleAfter) {
    CaptureServices capture = desk.services();
    return services(
        capture,
        Theme.LIGHT,
        Locale.ENGLISH,
        new StationStatus("", "H2", 0, 0),
        capture.signedIn(),
        List.of(),
        idleAfter);
  }

  private static WindowServices services(
      CaptureServices capture,
      Theme theme,
      Locale locale,
      StationStatus status,
      SignedIn signedIn,
      List<Room> rooms,
      Supplier<Duration> idleAfter) {
    return new WindowServices(
        capture,
        services(),
        page -> ReceiptPrinter.Printing.NOT_SENT,
        new SourceSpec.Device("0"),
        () -> status,
        signedIn,
        FakeAccounts.over(Instant::now),
        rooms,
        idleAfter,
        locale,
        theme,
        null);
  }

  /** Enrolling, with the consent texts that the station comes with. */
  static EnrollServices services() {
    return services(() -> FakeDesk.START);
  }

  static EnrollServices services(InstantSource clock) {
    return new EnrollServices(ConsentTexts.read(null), () -> "Front desk", clock);
  }

  /** A window around a screen that asks nobody but this. */
  static Surroundings surroundings(Vouching vouching, FilePicker files) {
    return new Surroundings(
        signedIn(Role.OPERATOR),
        new Background(Runnable::run, Runnable::run),
        nothing(Dialogs.class),
        files,
        nothing(Navigation.class),
        nothing(Appearance.class),
        vouching);
  }

  /** Something that a test does not come to. */
  private static <T> T nothing(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            }));
  }

  /** Someone of this role has signed in. */
  public static SignedIn signedIn(Role role) {
    return new SignedIn(
        new Operator(UUID.fromString("00000000-0000-4000-8000-00000000000a"), "Grace", role));
  }
}
