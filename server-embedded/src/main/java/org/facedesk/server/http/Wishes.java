package org.facedesk.server.http;

import java.util.Set;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.protocol.LivenessOffer;
import org.jspecify.annotations.Nullable;

/** The forms of what a client may wish for; whether it gets it is the policy's business. */
final class Wishes {
  private static final int LONGEST_USER_ID = 100;
  private static final Set<String> CHANNELS = Set.of("webcam", "mobile", "api");
  private static final String DEFAULT_CHANNEL = "webcam";

  private Wishes() {}

  static String channel(@Nullable String sessionType) {
    if (sessionType == null) {
      return DEFAULT_CHANNEL;
    }
    if (!CHANNELS.contains(sessionType)) {
      throw invalid("session_type is webcam, mobile or api.");
    }
    return sessionType;
  }

  static String userId(@Nullable String userId) {
    if (userId == null) {
      throw invalid("user_id is missing.");
    }
    int length = userId.codePointCount(0, userId.length());
    if (userId.isBlank() || length > LONGEST_USER_ID) {
      throw invalid("user_id has 1 to 100 characters.");
    }
    if (userId.codePoints().anyMatch(c -> Character.isISOControl(c) || isLoneSurrogate(c))) {
      throw invalid("user_id has a character that is not allowed.");
    }
    return userId;
  }

  /** Whether a session gets a challenge: only where the client says that it can show one. */
  static boolean challenge(@Nullable LivenessOffer offer) {
    return offer != null && offer.poses();
  }

  /** What is said about an offer that is not, or not wholly, made use of; empty otherwise. */
  static String aboutChallenge(@Nullable LivenessOffer offer) {
    if (offer == null || offer.onlyPoses()) {
      return "";
    }
    return offer.poses()
        ? " Of the capabilities offered, this station uses pose alone."
        : " Without a challenge: this station knows challenge/1 with the capability pose.";
  }

  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static FacedeskException invalid(String message) {
    return new FacedeskException(ErrorCode.INVALID_REQUEST, message);
  }
}
