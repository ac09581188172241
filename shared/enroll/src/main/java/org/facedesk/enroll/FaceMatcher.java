package org.facedesk.enroll;

import java.util.List;
import java.util.UUID;
import org.facedesk.engine.Template;
import org.facedesk.enroll.Review.Likeness;
import org.facedesk.enroll.Review.Lookalike;
import org.jspecify.annotations.Nullable;

/** Decides whose face a template is. */
public interface FaceMatcher {
  /**
   * @param user whom the probe claims to be
   * @return matched or not, with the distance; not matched without a comparable template
   */
  Verdict verify(UUID user, Template probe);

  /**
   * @return whom the probe is, among the people of one group; subject null for unknown
   */
  Verdict identify(UUID gallery, Template probe);

  /**
   * @param user whose enrollment this is; their own templates don't count
   * @return the people of the group who may have this face, nearest first, at most five
   */
  List<Lookalike> lookalikes(UUID gallery, UUID user, Template probe);

  /**
   * @return whether someone else of the group has this face
   */
  default boolean duplicate(UUID gallery, UUID user, Template probe) {
    return !lookalikes(gallery, user, probe).isEmpty();
  }

  /** Compares two templates as a verification would. */
  Likeness compare(Template reference, Template probe);

  /**
   * @return calibrated probability that both are of one person, at equal priors, 0..1
   */
  default double similarity(Template reference, Template probe) {
    return compare(reference, probe).confidence();
  }

  /**
   * @param subject whom the probe is taken for; null if for nobody
   * @param distance to the nearest one compared with, null if there was none
   * @param confidence calibrated probability of a mated comparison at equal priors
   */
  record Verdict(@Nullable UUID subject, @Nullable Double distance, double confidence) {
    public boolean matched() {
      return subject != null;
    }
  }
}
