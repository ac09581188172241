package org.facedesk.store;

import java.util.List;
import java.util.UUID;

/** What supervisors decided. A decision belongs to one enrollment and goes with it. */
public interface Decisions {
  void insert(DecisionRecord decision);

  /** In the order in which they were made. */
  List<DecisionRecord> ofEnrollment(UUID client, UUID enrollment);
}
