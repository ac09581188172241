package org.facedesk.admin;

import java.util.UUID;

/** Someone who has signed in at the desk. */
public record Operator(UUID id, String name, Role role) {
  /** For use cases and the trail, which knows the id only. */
  public Actor actor() {
    return Actor.operator(id, role);
  }
}
