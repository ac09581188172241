package org.facedesk.attack;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** How many of some sequences came to what. */
record Summary(
    String set,
    String kind,
    int sequences,
    int frames,
    int varied,
    int replay,
    int claimedTurn,
    int blink,
    int motion,
    int claimedTurnAndMotion,
    int enrollment,
    int authentication,
    int motionAlone) {

  static final String HEADINGS =
      "%-10s %-8s %9s %7s %7s %7s %8s %6s %7s %11s %11s %7s"
          .formatted(
              "set",
              "kind",
              "sequences",
              "varied",
              "replay",
              "claimed",
              "of these",
              "blink",
              "motion",
              "enrollment",
              "authentic.",
              "motion");

  static Summary of(String set, String kind, List<Verdict> verdicts) {
    return new Summary(
        set,
        kind,
        verdicts.size(),
        verdicts.stream().mapToInt(Verdict::frames).sum(),
        count(verdicts, Verdict::varied),
        count(verdicts, Verdict::replay),
        count(verdicts, Verdict::claimedTurn),
        count(verdicts, v -> v.blinks() > 0),
        count(verdicts, v -> v.motionEvents() > 0),
        count(verdicts, v -> v.claimedTurn() && v.motionEvents() > 0),
        count(verdicts, Verdict::enrollment),
        count(verdicts, Verdict::authentication),
        count(verdicts, Verdict::motionAlone));
  }

  static Summary sum(String set, String kind, List<Summary> parts) {
    return new Summary(
        set,
        kind,
        sum(parts, Summary::sequences),
        sum(parts, Summary::frames),
        sum(parts, Summary::varied),
        sum(parts, Summary::replay),
        sum(parts, Summary::claimedTurn),
        sum(parts, Summary::blink),
        sum(parts, Summary::motion),
        sum(parts, Summary::claimedTurnAndMotion),
        sum(parts, Summary::enrollment),
        sum(parts, Summary::authentication),
        sum(parts, Summary::motionAlone));
  }

  private static int sum(List<Summary> parts, ToIntFunction<Summary> figure) {
    return parts.stream().mapToInt(figure).sum();
  }

  String row() {
    return "%-10s %-8s %9d %7d %7d %7d %8d %6d %7d %11d %11d %7d"
        .formatted(
            set,
            kind,
            sequences,
            varied,
            replay,
            claimedTurn,
            claimedTurnAndMotion,
            blink,
            motion,
            enrollment,
            authentication,
            motionAlone);
  }

  private static int count(List<Verdict> verdicts, Predicate<Verdict> what) {
    return (int) verdicts.stream().filter(what).count();
  }
}
