package org.facedesk.desktop.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.facedesk.admin.PersonHistory;

/**
 * Something that happened to a person.
 *
 * @param code what, as the store has it: a status, an outcome, an action
 * @param detail where from or by whom, as a code; empty if there is nothing to say
 */
public record HistoryLine(Instant at, Kind kind, String code, String detail) {
  /** Where it was recorded. */
  public enum Kind {
    ENROLLMENT,
    ATTEMPT,
    TRAIL
  }

  /** Everything in one row, newest first. */
  static List<HistoryLine> of(PersonHistory history) {
    return Stream.of(
            history.enrollments().stream()
                .map(e -> new HistoryLine(e.createdAt(), Kind.ENROLLMENT, e.status(), e.source())),
            history.attempts().stream()
                .map(a -> new HistoryLine(a.at(), Kind.ATTEMPT, a.outcome(), a.type().wireName())),
            history.trail().stream()
                .map(e ->
                    new HistoryLine(
                        e.at(),
                        Kind.TRAIL,
                        e.event().action(),
                        e.event().actor().replaceFirst(":.*", ""))))
        .flatMap(lines -> lines)
        .sorted(Comparator.comparing(HistoryLine::at).reversed())
        .toList();
  }
}
