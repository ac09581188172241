package org.facedesk.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's offer to take part in challenges.
 *
 * @param protocol {@code challenge/1}
 * @param capabilities for example {@code pose}, {@code zoom}, {@code screen_light}
 */
public record LivenessOffer(@Nullable String protocol, @Nullable List<String> capabilities) {
  private static final String PROTOCOL = "challenge/1";
  private static final String POSE = "pose";

  /** Whether the client speaks this protocol and can show movements of the head. */
  public boolean poses() {
    return PROTOCOL.equals(protocol) && capabilities != null && capabilities.contains(POSE);
  }

  /** Whether all that is offered is what this station uses. */
  public boolean onlyPoses() {
    return poses() && List.of(POSE).equals(capabilities);
  }
}
