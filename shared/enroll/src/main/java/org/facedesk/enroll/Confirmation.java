package org.facedesk.enroll;

import java.util.Set;
import java.util.UUID;
import org.facedesk.store.Picture;
import org.jspecify.annotations.Nullable;

/**
 * Someone's word that what was captured is to be enrolled.
 *
 * @param operator who says so, as the audit trail names them
 * @param oldPhoto an old document's photo to be kept with the person; null for none
 * @param ruling a supervisor's word on what stands against it; null if nothing does
 * @param others the people of a like face whom the ruling is about
 * @param changedFace whether it is about a face that is not like the person's earlier template
 */
public record Confirmation(
    String operator,
    @Nullable Picture oldPhoto,
    @Nullable Ruling ruling,
    Set<UUID> others,
    boolean changedFace) {
  public Confirmation {
    others = Set.copyOf(others);
    if (ruling == null && (changedFace || !others.isEmpty())) {
      throw new IllegalArgumentException("what was decided needs the word of whoever decided it");
    }
  }

  /** Where nothing stands against it. */
  public static Confirmation plain(String operator, @Nullable Picture oldPhoto) {
    return new Confirmation(operator, oldPhoto, null, Set.of(), false);
  }
}
