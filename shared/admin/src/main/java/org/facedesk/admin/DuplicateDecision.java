package org.facedesk.admin;

import java.util.Set;
import java.util.UUID;

/**
 * A supervisor's word that somebody is to be enrolled although something stands against it.
 *
 * @param others people of a like face whom the supervisor takes for somebody else
 * @param changedFace whether the face is the person's although their template is not like it
 */
public record DuplicateDecision(
    Actor supervisor, String reason, Set<UUID> others, boolean changedFace) {
  public DuplicateDecision {
    others = Set.copyOf(others);
  }
}
