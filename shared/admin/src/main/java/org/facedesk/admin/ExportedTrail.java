package org.facedesk.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.Audit;
import org.facedesk.store.audit.AuditChain;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A trail that was written to a file as JSON lines, checked without station and store: every
 * entry's hash is computed anew, and where entries follow each other, so must their hashes.
 */
public final class ExportedTrail {
  private ExportedTrail() {}

  /**
   * @param entries how many were read
   * @param first number of the first of them, 0 if there is none
   * @param last number of the last of them
   * @param gaps how often numbers are missing between two, as a filter leaves them
   * @param broken number of the first entry that is not as it was written
   */
  public record Finding(long entries, long first, long last, int gaps, OptionalLong broken) {}

  /**
   * @throws FacedeskException FILE_UNREADABLE, or LIST_INVALID if it is no such file
   */
  public static Finding check(Path file) {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return check(lines);
    } catch (IOException e) {
      throw new FacedeskException(ErrorCode.FILE_UNREADABLE, "The file cannot be read.", e);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new FacedeskException(ErrorCode.LIST_INVALID, "The file is no trail in JSON lines.", e);
    }
  }

  private static Finding check(BufferedReader lines) throws IOException {
    Audit.@Nullable Entry before = null;
    long entries = 0;
    long first = 0;
    int gaps = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Audit.Entry entry = TrailLine.read(line).entry();
      boolean next = before == null || entry.number() == before.number() + 1;
      byte[] previous = previous(entry, before, next);
      boolean forward = before == null || entry.number() > before.number();
      if (!forward || !AuditChain.follows(entry, entry.number(), previous)) {
        return new Finding(
            entries,
            first,
            before == null ? 0 : before.number(),
            gaps,
            OptionalLong.of(entry.number()));
      }
      gaps += next ? 0 : 1;
      first = entries == 0 ? entry.number() : first;
      entries++;
      before = entry;
    }
    return new Finding(
        entries, first, before == null ? 0 : before.number(), gaps, OptionalLong.empty());
  }

  /** What the entry must follow; after a gap, and in the middle of a trail, what it says itself. */
  private static byte[] previous(Audit.Entry entry, Audit.@Nullable Entry before, boolean next) {
    if (entry.number() == 1) {
      return AuditChain.start();
    }
    return before != null && next ? before.hash() : entry.previousHash();
  }
}
