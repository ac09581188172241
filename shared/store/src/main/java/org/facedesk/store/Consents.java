package org.facedesk.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Consents. One belongs to one enrollment and goes with it. */
public interface Consents {
  void insert(ConsentRecord consent);

  Optional<ConsentRecord> ofEnrollment(UUID client, UUID enrollment);

  /** Newest first. */
  List<ConsentRecord> ofUser(UUID client, UUID user);
}
