package org.facedesk.admin;

/** What an operator may do; each role may do what the ones before it may. */
public enum Role {
  /** Enrolls and checks people. */
  OPERATOR,
  /** Decides what an operator may not decide alone: duplicates, exceptions, erasure, unlocking. */
  SUPERVISOR,
  /** Runs the station: operators, clients, settings. */
  ADMINISTRATOR;

  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }
}
