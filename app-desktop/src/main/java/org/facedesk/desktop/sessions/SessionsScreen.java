package org.facedesk.desktop.sessions;

import java.util.List;
import org.facedesk.admin.SessionWatch.Watched;
import org.facedesk.desktop.ui.FaultReport;
import org.jspecify.annotations.Nullable;

/**
 * All there is to draw at one moment.
 *
 * @param rows newest first
 * @param asked whether the station has answered yet
 * @param notice key of something that was done; null for none
 */
public record SessionsScreen(
    List<Watched> rows, boolean asked, @Nullable String notice, @Nullable FaultReport fault) {}
