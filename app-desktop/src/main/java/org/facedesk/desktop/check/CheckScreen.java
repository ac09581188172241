package org.facedesk.desktop.check;

import org.facedesk.desktop.capture.CaptureScreen;
import org.facedesk.desktop.capture.People;
import org.facedesk.desktop.capture.Prompt;
import org.jspecify.annotations.Nullable;

/**
 * All there is to draw at one moment.
 *
 * @param identify whether everyone is searched; otherwise one person is compared with
 * @param known the person of that id, if the desk has them
 * @param prompt the one sentence: the verdict's, or the capture's
 */
public record CheckScreen(
    CaptureScreen capture,
    CheckStep step,
    boolean identify,
    String userId,
    People.@Nullable Person known,
    Prompt prompt) {}
