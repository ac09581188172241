package org.facedesk.admin;

import org.facedesk.store.EnrollmentRecord;

/**
 * An enrollment, and whose it is.
 *
 * @param externalId the client's own name for the person
 */
public record EnrollmentView(EnrollmentRecord enrollment, String externalId) {
  /** Keeps personal data out of logs. */
  @Override
  public String toString() {
    return "EnrollmentView[" + enrollment.id() + "]";
  }
}
