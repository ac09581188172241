package org.facedesk.admin;

/**
 * Lets a supervisor speak for one decision while somebody else is signed in. Takes as long as a
 * sign-in does: not for the UI thread.
 */
@FunctionalInterface
public interface SupervisorApproval {
  /**
   * @param password wiped by this call
   * @return the supervisor; nobody is signed in by this
   * @throws org.facedesk.core.FacedeskException UNAUTHENTICATED for a wrong name or password,
   *     FORBIDDEN if they are no supervisor, USER_LOCKED after too many failures
   */
  Actor approve(String name, char[] password);
}
