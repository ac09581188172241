package org.facedesk.desktop.settings;

import java.util.List;
import org.facedesk.desktop.ui.FaultReport;
import org.jspecify.annotations.Nullable;

/**
 * All there is to draw at one moment.
 *
 * @param sections what this operator sees
 * @param fields of the section that is shown
 * @param unsaved whether something is entered that is not saved
 * @param saveable whether it could be
 * @param busy something is being saved or written
 * @param notice what was done last; null for nothing
 * @param cameras plugged in now
 * @param about null until it was read
 */
public record SettingsScreen(
    List<Section> sections,
    Section section,
    List<Field> fields,
    boolean unsaved,
    boolean saveable,
    boolean busy,
    @Nullable Notice notice,
    @Nullable FaultReport fault,
    List<String> cameras,
    Trial cameraTrial,
    Trial storeTrial,
    @Nullable ServerStanding server,
    @Nullable About about) {

  /** What was done. */
  public enum Notice {
    SAVED,
    SAVED_FOR_NEXT_START,
    REFUSED,
    DIAGNOSTICS_WRITTEN
  }
}
