package org.facedesk.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The append-only trail. Each entry carries the hash of the one before it, so that a change or gap
 * can be seen.
 */
public interface Audit {
  /** An event without a correlation id gets that of what this thread is doing. */
  void append(AuditEvent event);

  /** Newest first. */
  List<Entry> page(long offset, int limit);

  /**
   * What the filter lets through, newest first.
   *
   * @param before entries with smaller numbers than this only
   */
  List<Entry> page(Filter filter, long before, int limit);

  /** Entries about any of these subjects, newest first. */
  List<Entry> about(Collection<String> subjects, int limit);

  /** What the filter lets through from this number on, in the order of the chain. */
  List<Entry> from(Filter filter, long number, int limit);

  /** Where the trail ends now. */
  Head head();

  /** The entry before the first one that is kept; the zeroth while nothing was forgotten. */
  Head start();

  /**
   * @return the number of the first entry whose hash does not fit, empty if the chain is whole from
   *     the oldest entry that was not forgotten
   */
  OptionalLong firstBroken();

  /**
   * Forgets the oldest entries: those before the first one that happened at this moment or later,
   * and never the newest. What is left can be verified as before.
   *
   * @return how many
   */
  int forgetBefore(Instant when);

  /**
   * An end of the trail.
   *
   * @param number of the entry, 0 before the first one there was
   * @param marked whether the station's own mark on this end is right
   */
  record Head(long number, byte[] hash, boolean marked) {}

  /**
   * What an entry has to be like.
   *
   * @param from the earliest moment
   * @param until the first moment that is too late
   * @param action what the action begins with; empty for any
   * @param actor what the actor begins with; empty for any
   * @param actors whoever it may be beside those that begin so
   * @param text what stands in action, actor, client, subject, correlation id or details, whether
   *     in small letters or capitals; empty for any
   */
  record Filter(
      @Nullable Instant from,
      @Nullable Instant until,
      String action,
      String actor,
      List<String> actors,
      String text) {
    public static final Filter NONE = new Filter(null, null, "", "", "");

    public Filter {
      actors = List.copyOf(actors);
    }

    public Filter(
        @Nullable Instant from, @Nullable Instant until, String action, String actor, String text) {
      this(from, until, action, actor, List.of(), text);
    }

    /** The same for these actors, too. */
    public Filter orBy(List<String> others) {
      return new Filter(from, until, action, actor, others, text);
    }
  }

  record Entry(long number, Instant at, AuditEvent event, byte[] previousHash, byte[] hash) {}
}
