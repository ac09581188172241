package org.facedesk.desktop.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.facedesk.admin.ImportSlice;
import org.facedesk.admin.ImportedRow;
import org.facedesk.core.ErrorCode;
import org.facedesk.desktop.launch.Administration.ChainFinding;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What commands and the running station tell each other, as rows of plain values. */
final class ControlRows {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ControlRows() {}

  /** The number of rows in the list, then what became of these. */
  static List<Map<String, Object>> of(ImportSlice slice) {
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(Map.of("total", slice.total()));
    for (ImportedRow each : slice.rows()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("row", each.row());
      row.put("id", each.id());
      row.put("status", each.status().name());
      row.put("code", each.code() == null ? "" : each.code().name());
      row.put("message", each.message());
      rows.add(row);
    }
    return rows;
  }

  static ImportSlice slice(List<Map<String, Object>> rows) {
    return new ImportSlice(
        integer(rows.getFirst().get("total")),
        rows.stream().skip(1).map(ControlRows::imported).toList());
  }

  private static ImportedRow imported(Map<String, Object> row) {
    String code = String.valueOf(row.get("code"));
    return new ImportedRow(
        integer(row.get("row")),
        String.valueOf(row.get("id")),
        ImportedRow.Status.valueOf(String.valueOf(row.get("status"))),
        code.isEmpty() ? null : ErrorCode.valueOf(code),
        String.valueOf(row.get("message")));
  }

  static Map<String, Object> of(ChainFinding finding) {
    return Map.of("entries", finding.entries(), "broken", finding.broken().orElse(0));
  }

  static ChainFinding finding(Map<String, Object> row) {
    long broken = number(row.get("broken"));
    return new ChainFinding(
        number(row.get("entries")), broken == 0 ? OptionalLong.empty() : OptionalLong.of(broken));
  }

  static String text(Map<String, String> values) {
    return MAPPER.writeValueAsString(values);
  }

  static Map<String, String> texts(String json) {
    return MAPPER.readValue(json, new TypeReference<>() {});
  }

  static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  private static int integer(@Nullable Object value) {
    return Math.toIntExact(number(value));
  }
}
