package org.facedesk.desktop.shell;

import java.util.Locale;
import java.util.function.Supplier;
import org.facedesk.capture.SourceSpec;
import org.facedesk.desktop.enroll.EnrollServices;
import org.facedesk.desktop.ui.Theme;
import org.jspecify.annotations.Nullable;

/**
 * What the window is given.
 *
 * @param camera opened at start; the one {@code Refresh} comes back to
 * @param status asked every few seconds on a thread that may block
 * @param theme null to follow the desktop's
 */
public record WindowServices(
    EnrollServices enroll,
    SourceSpec camera,
    Supplier<StationStatus> status,
    Locale locale,
    @Nullable Theme theme) {}
