package org.facedesk.enroll;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.enroll.policy.Requirements.LivenessRule;
import org.jspecify.annotations.Nullable;

/**
 * A session's requirements as the text that its record keeps: a few words, so that no parser is
 * needed to read them. Records of earlier versions have no word about a challenge or a review, and
 * none about the operator, who comes last because a name may have spaces.
 */
final class SessionOptions {
  private static final String CHALLENGE = "challenge";
  private static final String REVIEWED = "reviewed";

  private SessionOptions() {}

  /**
   * @param operator who began it at the desk, as the trail names them; null for a remote client
   */
  static String write(Requirements asked, boolean reviewed, @Nullable String operator) {
    String words = write(asked, reviewed);
    return operator == null ? words : words + " " + operator;
  }

  private static String write(Requirements asked, boolean reviewed) {
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

  /** Who began it at the desk, as the trail names them; null for a remote client. */
  static @Nullable String operator(String text) {
    String[] words = text.split(" ", 8);
    return words.length > 7 ? words[7] : null;
  }
}
