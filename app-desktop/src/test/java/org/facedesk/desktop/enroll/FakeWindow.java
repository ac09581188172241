package org.facedesk.desktop.enroll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.facedesk.admin.Operator;
import org.facedesk.admin.Role;
import org.facedesk.capture.SourceSpec;
import org.facedesk.desktop.shell.StationStatus;
import org.facedesk.desktop.shell.WindowServices;
import org.facedesk.desktop.ui.Room;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.desktop.ui.Theme;

/** A window over a {@link FakeDesk}, for tests of the other packages. */
public final class FakeWindow {
  private FakeWindow() {}

  /** With an administrator at the desk. */
  public static WindowServices services(Theme theme, StationStatus status) {
    return services(theme, Locale.ENGLISH, status, signedIn(Role.ADMINISTRATOR), List.of());
  }

  public static WindowServices services(
      Theme theme, Locale locale, StationStatus status, SignedIn signedIn, List<Room> rooms) {
    return new WindowServices(
        new FakeDesk().services(),
        new SourceSpec.Device("0"),
        () -> status,
        signedIn,
        FakeAccounts.over(Instant::now),
        rooms,
        () -> Duration.ZERO,
        locale,
        theme,
        null);
  }

  /** Someone of this role has signed in. */
  public static SignedIn signedIn(Role role) {
    return new SignedIn(
        new Operator(UUID.fromString("00000000-0000-4000-8000-00000000000a"), "Grace", role));
  }
}
