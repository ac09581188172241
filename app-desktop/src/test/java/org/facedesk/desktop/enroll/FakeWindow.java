package org.facedesk.desktop.enroll;

import java.util.Locale;
import org.facedesk.capture.SourceSpec;
import org.facedesk.desktop.shell.StationStatus;
import org.facedesk.desktop.shell.WindowServices;
import org.facedesk.desktop.ui.Theme;

/** A window over a {@link FakeDesk}, for tests of the other packages. */
public final class FakeWindow {
  private FakeWindow() {}

  public static WindowServices services(Theme theme, StationStatus status) {
    return new WindowServices(
        new FakeDesk().services(), new SourceSpec.Device("0"), () -> status, Locale.ENGLISH, theme);
  }
}
