package org.facedesk.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Enrollments. */
public interface Enrollments {
  /**
   * @throws org.facedesk.core.FacedeskException USER_NOT_FOUND if the person is gone
   */
  void insert(EnrollmentRecord enrollment);

  Optional<EnrollmentRecord> byId(UUID client, UUID id);

  /** Newest first. */
  List<EnrollmentRecord> ofUser(UUID client, UUID user);

  /** Newest first. */
  List<EnrollmentRecord> page(UUID client, int offset, int limit);

  int count(UUID client);

  void update(EnrollmentRecord enrollment);

  boolean delete(UUID client, UUID id);
}
