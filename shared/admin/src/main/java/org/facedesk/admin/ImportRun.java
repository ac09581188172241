package org.facedesk.admin;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.OwnerOnly;

/**
 * One import from its first row to its last, or to where it is stopped. What became of each row is
 * written beside the list ({@code people.csv} gives {@code people.results.csv}) as soon as it is
 * known. Used by one thread at a time.
 */
public final class ImportRun implements AutoCloseable {
  private static final int MOST_PROBLEMS = 500;

  private final IntFunction<ImportSlice> slices;
  private final Path results;
  private final BufferedWriter writer;
  private final Map<ImportedRow.Status, Integer> counts = new EnumMap<>(ImportedRow.Status.class);
  private final List<ImportedRow> problems = new ArrayList<>();
  private int done;
  private int total;
  private boolean over;

  /**
   * @param slices imports some rows from an index on
   * @throws FacedeskException FILE_UNWRITABLE
   */
  public ImportRun(Path csv, IntFunction<ImportSlice> slices) {
    this.slices = slices;
    this.results = results(csv);
    try {
      Files.deleteIfExists(results);
      OwnerOnly.createFile(results);
      this.writer =
          Files.newBufferedWriter(results, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
      write(ImportedRow.COLUMNS);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Where the results of this list's import stand. */
  public static Path results(Path csv) {
    String name = String.valueOf(csv.getFileName());
    String stem =
        name.toLowerCase(java.util.Locale.ROOT).endsWith(".csv")
            ? name.substring(0, name.length() - 4)
            : name;
    return csv.toAbsolutePath().resolveSibling(stem + ".results.csv");
  }

  /**
   * How far it is.
   *
   * @param problems rows that were refused, exist or have something the matter; the first 500
   */
  public record Progress(
      int total,
      int done,
      Map<ImportedRow.Status, Integer> counts,
      List<ImportedRow> problems,
      Path results,
      boolean over) {
    public Progress {
      counts = Map.copyOf(counts);
      problems = List.copyOf(problems);
    }

    public int count(ImportedRow.Status status) {
      return counts.getOrDefault(status, 0);
    }
  }

  /**
   * Imports some rows more; nothing happens at the end.
   *
   * @throws FacedeskException STORE_UNAVAILABLE, FILE_UNWRITABLE; the rows until then are done
   */
  public Progress step() {
    if (!over) {
      ImportSlice slice = slices.apply(done);
      total = slice.total();
      done += slice.rows().size();
      over = slice.rows().isEmpty() || done >= total;
      slice.rows().forEach(this::noted);
      try {
        for (ImportedRow row : slice.rows()) {
          write(row.values());
        }
        writer.flush();
      } catch (IOException e) {
        throw unwritable(e);
      }
    }
    return progress();
  }

  public Progress progress() {
    return new Progress(total, done, counts, problems, results, over);
  }

  private void noted(ImportedRow row) {
    counts.merge(row.status(), 1, Integer::sum);
    if (row.code() != null && problems.size() < MOST_PROBLEMS) {
      problems.add(row);
    }
  }

  private void write(List<String> values) throws IOException {
    writer.write(CsvText.line(values));
  }

  private static FacedeskException unwritable(IOException cause) {
    return new FacedeskException(
        ErrorCode.FILE_UNWRITABLE, "The results cannot be written beside the list.", cause);
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }
}
