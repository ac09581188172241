package org.facedesk.desktop.shell;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.facedesk.capture.SourceSpec;
import org.facedesk.desktop.capture.CaptureServices;
import org.facedesk.desktop.enroll.EnrollServices;
import org.facedesk.desktop.enroll.ReceiptPrinter;
import org.facedesk.desktop.login.LoginServices;
import org.facedesk.desktop.ui.FilePicker;
import org.facedesk.desktop.ui.Room;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.desktop.ui.Theme;
import org.jspecify.annotations.Nullable;

/**
 * What the window is given.
 *
 * @param capture the camera and the desk's people
 * @param printer where receipts go
 * @param camera opened at start; the one {@code Refresh} comes back to
 * @param status asked every few seconds on a thread that may block
 * @param signedIn nobody at first; the window asks who it is
 * @param rooms every workflow beside enrolling; the order does not matter
 * @param idleAfter how long nothing may happen until the window locks; zero for ever
 * @param locale the language to begin with; English where the window does not speak it
 * @param theme null to follow the desktop's
 * @param files null for the desktop's own dialogs
 */
public record WindowServices(
    CaptureServices capture,
    EnrollServices enroll,
    ReceiptPrinter printer,
    SourceSpec camera,
    Supplier<StationStatus> status,
    SignedIn signedIn,
    LoginServices login,
    List<Room> rooms,
    Supplier<Duration> idleAfter,
    Locale locale,
    @Nullable Theme theme,
    @Nullable FilePicker files) {}
