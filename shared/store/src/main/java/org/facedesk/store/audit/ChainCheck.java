package org.facedesk.store.audit;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.facedesk.store.Audit;

/**
 * How far the trail has been checked, a few hundred entries at a time, so that whoever waits can be
 * told and can stop. Entries that are appended meanwhile are not looked at: the end is the one it
 * began with. Immutable.
 *
 * @param checked number of the last entry that is right
 * @param link the hash of that entry
 * @param broken number of the first entry that is not; empty while none was found
 */
public record ChainCheck(
    Audit.Head head, long checked, byte[] link, boolean over, OptionalLong broken) {
  private static final int STEP = 500;

  /** From the oldest entry that was not forgotten to where the trail ends now. */
  public static ChainCheck of(Audit.Head start, Audit.Head head) {
    ChainCheck first =
        new ChainCheck(head, start.number(), start.hash(), false, OptionalLong.empty());
    return start.marked() ? first : first.brokenAt(start.number() + 1);
  }

  /** Looks at the next few hundred entries; nothing happens once it is over. */
  public ChainCheck next(Audit audit) {
    if (over) {
      return this;
    }
    if (checked >= head.number()) {
      return atTheEnd();
    }
    List<Audit.Entry> entries = audit.from(Audit.Filter.NONE, checked + 1, STEP);
    if (entries.isEmpty()) {
      return brokenAt(checked + 1);
    }
    long number = checked;
    byte[] previous = link;
    for (Audit.Entry entry : entries) {
      if (number == head.number()) {
        break;
      }
      if (!AuditChain.follows(entry, number + 1, previous)) {
        return brokenAt(number + 1);
      }
      previous = entry.hash();
      number++;
    }
    return new ChainCheck(head, number, previous, false, OptionalLong.empty());
  }

  /** How much of it is done, 0..1. */
  public double progress() {
    return over || head.number() == 0 ? 1 : (double) checked / head.number();
  }

  private ChainCheck atTheEnd() {
    boolean whole = head.marked() && Arrays.equals(link, head.hash());
    return whole
        ? new ChainCheck(head, checked, link, true, OptionalLong.empty())
        : brokenAt(checked + 1);
  }

  private ChainCheck brokenAt(long number) {
    return new ChainCheck(head, number - 1, link, true, OptionalLong.of(number));
  }
}
