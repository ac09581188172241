package org.facedesk.store.jdbc;

import java.util.Optional;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.jdbi.v3.core.Handle;

/**
 * Holds a person's row until the transaction ends: whoever changes what hangs on it takes turns.
 */
final class PersonLock {
  private PersonLock() {}

  /**
   * @throws FacedeskException USER_NOT_FOUND
   */
  static void take(Handle handle, UUID user) {
    Optional<UUID> locked =
        handle
            .createQuery("select id from app_user where id = :user for update")
            .bind("user", user)
            .mapTo(UUID.class)
            .findOne();
    if (locked.isEmpty()) {
      throw new FacedeskException(ErrorCode.USER_NOT_FOUND, "The person is not there any more.");
    }
  }
}
