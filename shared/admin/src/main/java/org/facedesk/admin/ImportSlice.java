package org.facedesk.admin;

import java.util.List;

/**
 * Some rows of a list, imported.
 *
 * @param total how many rows the list has
 */
public record ImportSlice(int total, List<ImportedRow> rows) {
  public ImportSlice {
    rows = List.copyOf(rows);
  }
}
