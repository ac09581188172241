package org.facedesk.desktop.audit;

import java.nio.file.Path;
import java.util.List;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.store.Audit;
import org.jspecify.annotations.Nullable;

/**
 * All there is to draw at one moment.
 *
 * @param more whether there are older entries
 * @param loading whether an answer is awaited
 * @param mayExport whether the operator's role covers giving the trail out
 */
public record AuditScreen(
    List<Audit.Entry> rows,
    boolean more,
    boolean loading,
    boolean mayExport,
    Work work,
    @Nullable FaultReport fault) {

  /** What is being done with the trail as a whole. */
  public sealed interface Work {
    record Idle() implements Work {}

    /**
     * @param share 0..1
     */
    record Checking(double share) implements Work {}

    /** Nothing is wrong. */
    record Whole(long entries) implements Work {}

    /** This entry is not what was written, or missing. */
    record Broken(long number) implements Work {}

    /**
     * @param share 0..1
     */
    record Exporting(double share) implements Work {}

    record Exported(Path file, long entries) implements Work {}

    /** The operator stopped it. */
    record Stopped() implements Work {}

    default boolean going() {
      return this instanceof Checking || this instanceof Exporting;
    }
  }
}
