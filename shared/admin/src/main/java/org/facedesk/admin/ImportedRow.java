package org.facedesk.admin;

import java.util.List;
import java.util.Locale;
import org.facedesk.core.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a list.
 *
 * @param row as the spreadsheet numbers it; the header is row 1
 * @param code why it was refused, or what is the matter although it was not; null if nothing is
 * @param message English, for the file of results; empty if there is nothing to say
 */
public record ImportedRow(
    int row, String id, Status status, @Nullable ErrorCode code, String message) {
  static final List<String> COLUMNS = List.of("row", "id", "status", "code", "message");

  /** The name in small letters stands in the file of results. */
  public enum Status {
    CREATED,
    /** This very row was imported before. */
    DONE_BEFORE,
    /** Someone else's row made a person of this id, or they were there; nothing was changed. */
    EXISTS,
    REFUSED
  }

  List<String> values() {
    return List.of(
        String.valueOf(row),
        id,
        status.name().toLowerCase(Locale.ROOT),
        code == null ? "" : code.name(),
        message);
  }

  /** Keeps personal data out of logs. */
  @Override
  public String toString() {
    return "ImportedRow[" + row + " " + status + "]";
  }
}
