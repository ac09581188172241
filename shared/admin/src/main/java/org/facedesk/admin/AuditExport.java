package org.facedesk.admin;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.OwnerOnly;
import org.facedesk.store.Audit;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.Store;

/**
 * The trail on its way into a file, a few hundred entries at a time, oldest first. The file takes
 * its name when it is complete; closed before, it is gone. Used by one thread at a time.
 */
public final class AuditExport implements AutoCloseable {
  private static final int STEP = 500;

  private final Store store;
  private final Path target;
  private final Path part;
  private final Format format;
  private final Audit.Filter filter;
  private final Actor actor;
  private final long last;
  private final BufferedWriter writer;
  private long next = 1;
  private long written;
  private boolean over;

  /** How the entries are written. */
  public enum Format {
    /** One JSON object a line: what {@code audit verify} reads. */
    JSON_LINES("jsonl"),
    /** For spreadsheets. */
    CSV("csv");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }

    /** A file's ending, without the dot. */
    public String ending() {
      return ending;
    }

    /** By the file's ending; JSON lines for all but {@code .csv}. */
    public static Format of(Path file) {
      boolean csv = file.toString().toLowerCase(Locale.ROOT).endsWith("." + CSV.ending);
      return csv ? CSV : JSON_LINES;
    }
  }

  AuditExport(Store store, Path file, Format format, Audit.Filter filter, Actor actor) {
    this.store = store;
    this.target = file.toAbsolutePath();
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.format = format;
    this.filter = filter;
    this.actor = actor;
    this.last = store.audit().head().number();
    try {
      Files.deleteIfExists(part);
      OwnerOnly.createFile(part);
      this.writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
      if (format == Format.CSV) {
        writer.write(CsvText.line(TrailLine.COLUMNS));
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * @param written entries so far
   * @param share of the trail that was gone through, 0..1
   */
  public record Progress(long written, double share, boolean over) {}

  /**
   * Writes a few hundred entries more; nothing happens at the end.
   *
   * @throws FacedeskException FILE_UNWRITABLE, STORE_UNAVAILABLE
   */
  public Progress step() {
    if (!over) {
      List<Audit.Entry> entries = store.audit().from(filter, next, STEP);
      try {
        for (Audit.Entry entry : entries) {
          if (entry.number() <= last) {
            writer.write(line(entry));
            written++;
          }
          next = entry.number() + 1;
        }
        if (entries.size() < STEP || next > last) {
          finish();
        }
      } catch (IOException e) {
        throw unwritable(e);
      }
    }
    return new Progress(written, over ? 1 : (double) (next - 1) / last, over);
  }

  private String line(Audit.Entry entry) {
    return switch (format) {
      case JSON_LINES -> TrailLine.of(entry).json() + "\n";
      case CSV -> CsvText.line(TrailLine.of(entry).values());
    };
  }

  private void finish() throws IOException {
    writer.close();
    store
        .audit()
        .append(
            new AuditEvent(
                AuditAction.AUDIT_EXPORTED,
                actor.name(),
                null,
                null,
                actor.correlationId(),
                Map.of(
                    "entries", String.valueOf(written),
                    "until", String.valueOf(last),
                    "whole", String.valueOf(filter.equals(Audit.Filter.NONE)))));
    ExportFile.move(part, target);
    over = true;
  }

  @Override
  public void close() {
    try {
      writer.close();
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static FacedeskException unwritable(IOException cause) {
    return new FacedeskException(ErrorCode.FILE_UNWRITABLE, "The file cannot be written.", cause);
  }
}
