package org.facedesk.enroll;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.enroll.policy.Requirements.LivenessRule;

/**
 * A session's requirements as the text that its record keeps: a few words, so that no parser is
 * needed to read them. Records of earlier versions have no word about a challenge or a review.
 */
final class SessionOptions {
  private static final String CHALLENGE = "challenge";
  private static final String REVIEWED = "reviewed";

  private SessionOptions() {}

  static String write(Requirements asked, boolean reviewed) {
    return Stream.of(
            asked.samples(),
            asked.minFrames(),
            asked.blinks(),
            asked.motionEvents(),
            asked.rule().name().toLowerCase(Locale.ROOT),
            asked.challenge() ? CHALLENGE : "plain",
            reviewed ? REVIEWED : "unattended")
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  static Requirements read(String text) {
    String[] words = text.split(" ", -1);
    return new Requirements(
        Integer.parseInt(words[0]),
        Integer.parseInt(words[1]),
        Integer.parseInt(words[2]),
        Integer.parseInt(words[3]),
        LivenessRule.valueOf(words[4].toUpperCase(Locale.ROOT)),
        words.length > 5 && words[5].equals(CHALLENGE));
  }

  /** Whether someone at the desk confirms what this session captures. */
  static boolean reviewed(String text) {
    String[] words = text.split(" ", -1);
    return words.length > 6 && words[6].equals(REVIEWED);
  }
}
