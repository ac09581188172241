package org.facedesk.admin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A list of people that was read and makes sense as a whole: {@code id}, and if wanted {@code name}
 * and {@code photo}; every other column goes into the profile under its own name.
 */
final class ImportList {
  static final String ID = "id";
  static final String PHOTO = "photo";
  private static final int MOST_ROWS = 100_000;
  private static final int MOST_COLUMNS = 50;

  private final Path folder;
  private final List<Line> lines;

  private ImportList(Path folder, List<Line> lines) {
    this.folder = folder;
    this.lines = lines;
  }

  /**
   * @param row as the spreadsheet numbers it
   * @param photo as it stands in the list; empty for none
   * @param profile name and other columns that are not empty
   * @param again whether an earlier row has the same id
   */
  record Line(int row, String id, String photo, Map<String, String> profile, boolean again) {
    /** Keeps personal data out of logs. */
    @Override
    public String toString() {
      return "Line[" + row + "]";
    }
  }

  /**
   * @throws org.facedesk.core.FacedeskException FILE_UNREADABLE, LIST_INVALID
   */
  static ImportList read(Path csv) {
    List<List<String>> records = CsvText.read(csv);
    if (records.isEmpty()) {
      throw CsvText.invalid("The list is empty.", null);
    }
    List<String> columns = columns(records.getFirst());
    if (records.size() - 1 > MOST_ROWS) {
      throw CsvText.invalid("The list has more than %d rows.".formatted(MOST_ROWS), null);
    }
    List<Line> lines = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 1; i < records.size(); i++) {
      List<String> values = records.get(i);
      if (values.stream().allMatch(String::isEmpty)) {
        continue; // what spreadsheets leave at the end
      }
      if (values.size() > columns.size()) {
        throw CsvText.invalid(
            "Row %d has more values than there are columns.".formatted(i + 1), null);
      }
      lines.add(line(i + 1, columns, values, ids));
    }
    return new ImportList(folderOf(csv), List.copyOf(lines));
  }

  private static Path folderOf(Path csv) {
    Path parent = csv.toAbsolutePath().normalize().getParent();
    return parent == null ? csv.toAbsolutePath().getRoot() : parent;
  }

  private static List<String> columns(List<String> header) {
    List<String> columns =
        header.stream()
            .map(name -> {
              String lower = name.toLowerCase(Locale.ROOT);
              return Set.of(ID, PersonName.KEY, PHOTO).contains(lower) ? lower : name;
            })
            .toList();
    if (!columns.contains(ID)) {
      throw CsvText.invalid("The first line does not name a column id.", null);
    }
    if (columns.size() > MOST_COLUMNS || new HashSet<>(columns).size() < columns.size()) {
      throw CsvText.invalid("The columns must be at most 50, and no two the same.", null);
    }
    if (columns.contains("")) {
      throw CsvText.invalid("A column has no name.", null);
    }
    return columns;
  }

  private static Line line(int row, List<String> columns, List<String> values, Set<String> ids) {
    String id = "";
    String photo = "";
    Map<String, String> profile = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      switch (columns.get(i)) {
        case ID -> id = values.get(i);
        case PHOTO -> photo = values.get(i);
        default -> {
          if (!values.get(i).isEmpty()) {
            profile.put(columns.get(i), values.get(i));
          }
        }
      }
    }
    return new Line(row, id, photo, profile, !ids.add(id));
  }

  /** Where the list lies; photos lie there or below. */
  Path folder() {
    return folder;
  }

  List<Line> lines() {
    return lines;
  }
}
