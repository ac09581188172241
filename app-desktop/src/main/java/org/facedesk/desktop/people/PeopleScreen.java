package org.facedesk.desktop.people;

import java.nio.file.Path;
import java.util.List;
import org.facedesk.admin.ErasureReason;
import org.facedesk.admin.ErasureReceipt;
import org.facedesk.admin.ImportRun;
import org.facedesk.admin.PersonHistory;
import org.facedesk.admin.PersonRow;
import org.facedesk.desktop.ui.FaultReport;
import org.jspecify.annotations.Nullable;

/**
 * All there is to draw at one moment.
 *
 * @param typed what is searched for
 * @param listing how far the list is
 * @param side what stands beside the list
 * @param notice key of something that was done, and is said until the next thing is; null for none
 * @param working whether something is being done that the operator waits for
 */
public record PeopleScreen(
    String typed,
    List<PersonRow> rows,
    Listing listing,
    Side side,
    @Nullable String notice,
    boolean working,
    @Nullable FaultReport fault) {

  /**
   * @param looked how many people were looked at
   * @param total how many there are
   * @param going whether the search goes on by itself
   * @param more whether there are more people to list
   * @param full whether a search stopped because it found too many
   */
  public record Listing(int looked, int total, boolean going, boolean more, boolean full) {}

  /** What stands beside the list. */
  public sealed interface Side {
    /** Nobody is chosen. */
    record Nobody() implements Side {}

    /**
     * One person.
     *
     * @param deskOwn whether they can be enrolled here
     * @param clientName what their client is called
     */
    record Person(
        PersonHistory history, List<HistoryLine> lines, boolean deskOwn, String clientName)
        implements Side {
      /** Keeps personal data out of logs. */
      @Override
      public String toString() {
        return "Person[…]";
      }
    }

    /** The name is being changed. */
    record Renaming(Person person) implements Side {}

    /**
     * Erasing is being thought about.
     *
     * @param reason null until one is chosen
     */
    record Erasing(Person person, @Nullable ErasureReason reason) implements Side {}

    /** Someone was erased. */
    record Erased(ErasureReceipt receipt, @Nullable ErasureReason reason) implements Side {}

    /**
     * A list is being imported, or was.
     *
     * @param stopped whether the operator stopped it
     */
    record Importing(Path file, ImportRun.@Nullable Progress progress, boolean stopped)
        implements Side {
      public boolean over() {
        return stopped || (progress != null && progress.over());
      }
    }
  }
}
