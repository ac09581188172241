package org.facedesk.enroll;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only the desk may ask for: an enrollment that waits for someone's word instead of committing
 * itself, and proofs of life that are not asked of a person who cannot give them.
 *
 * @param operator who enrolls, as the audit trail names them
 * @param consent what the person agreed to; recorded before the first picture is looked at
 * @param exemptions each a supervisor's decision
 */
public record DeskTerms(String operator, @Nullable Consent consent, List<Exemption> exemptions) {
  public DeskTerms {
    exemptions = List.copyOf(exemptions);
  }

  /**
   * @param version of the text, as the station names it
   * @param language of the text, as a language tag
   */
  public record Consent(String version, String language, Instant shownAt) {}

  /** A proof of life that is not asked for. */
  public record Exemption(Proof proof, Ruling ruling) {}

  /** What a person may be unable to show. */
  public enum Proof {
    BLINK,
    TURN
  }

  boolean exempts(Proof proof) {
    return exemptions.stream().anyMatch(exemption -> exemption.proof() == proof);
  }
}
