package org.facedesk.admin;

import java.util.Set;
import org.facedesk.enroll.DeskTerms;
import org.jspecify.annotations.Nullable;

/**
 * An enrollment to be begun at the desk.
 *
 * @param source where the frames will come from: camera, practice or replay
 * @param consent what the person agreed to
 * @param exemption null for none
 * @param challenge whether movements in an order drawn by the station are asked for as well
 */
public record EnrollmentOrder(
    String userId,
    String source,
    DeskTerms.Consent consent,
    @Nullable Exemption exemption,
    boolean challenge) {

  /**
   * What is not asked of a person who cannot show it.
   *
   * @param supervisor whose decision it is
   */
  public record Exemption(Set<DeskTerms.Proof> proofs, Actor supervisor, String reason) {
    public Exemption {
      proofs = Set.copyOf(proofs);
    }
  }
}
