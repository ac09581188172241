package org.facedesk.admin;

/** What the desk's pictures may come from. */
public enum DeskSources {
  /** In earnest: a camera; what stands in for one takes an administrator. */
  EARNEST,
  /** Where nothing is kept: anything. */
  PRACTICE;

  /** What a camera is called. */
  public static final String CAMERA = "camera";

  public boolean permits(Actor actor, String source) {
    Role role = actor.role();
    return this == PRACTICE
        || source.equals(CAMERA)
        || role == null
        || role.covers(Role.ADMINISTRATOR);
  }

  void require(Actor actor, String source) {
    if (!permits(actor, source)) {
      actor.require(Role.ADMINISTRATOR);
    }
  }
}
