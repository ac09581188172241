package org.facedesk.desktop.check;

import java.util.Set;
import java.util.UUID;
import org.facedesk.enroll.Outcome;
import org.jspecify.annotations.Nullable;

/** Where the operator is. */
public sealed interface CheckStep {
  /**
   * The person takes their place, or stands before the camera.
   *
   * @param invalid whether the operator tried to begin without an id to compare with
   */
  record AtCamera(boolean invalid) implements CheckStep {}

  /**
   * It is somebody who is enrolled.
   *
   * @param name empty as long as none is known
   * @param ofClient name of the client whose person it is; empty if that is the desk
   */
  record Recognised(UUID person, String userId, String name, String ofClient, double confidence)
      implements CheckStep {}

  /**
   * It is not, or that could not be found out.
   *
   * @param reason key of the sentence: an {@code Outcome.Reason}'s name, or RECORDING_ENDED
   * @param confidence that it is the claimed or nearest person after all; null if nobody was
   *     compared with
   */
  record Refused(String reason, @Nullable Double confidence) implements CheckStep {
    static final String RECORDING_ENDED = "RECORDING_ENDED";
    private static final Set<String> COMPARED =
        Set.of(Outcome.Reason.NO_MATCH.name(), Outcome.Reason.UNKNOWN_PERSON.name());

    /** Whether the reason says something about who the person is. */
    static boolean compared(String reason) {
      return COMPARED.contains(reason);
    }
  }

  /**
   * Too many attempts for this person have failed; a supervisor may let them try again.
   *
   * @param unlocked whether one has
   */
  record Locked(String userId, boolean unlocked) implements CheckStep {}
}
