package org.facedesk.enroll;

import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.facedesk.store.Picture;
import org.jspecify.annotations.Nullable;

/**
 * Someone's word that what was captured is to be enrolled.
 *
 * @param operator who says so, as the audit trail names them
 * @param oldPhoto an old document's photo to be kept with the person; null for none
 * @param profile what becomes of the person's profile; null if it stays as it is
 * @param ruling a supervisor's word on what stands against it; null if nothing does
 * @param others the people of a like face whom the ruling is about
 * @param changedFace whether it is about a face that is not like the person's earlier template
 */
public record Confirmation(
    String operator,
    @Nullable Picture oldPhoto,
    @Nullable UnaryOperator<String> profile,
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
    return new Confirmation(operator, oldPhoto, null, null, Set.of(), false);
  }

  /** The same, with a supervisor's word on what stands against it. */
  public Confirmation ruled(Ruling word, Set<UUID> about, boolean ofChangedFace) {
    return new Confirmation(operator, oldPhoto, profile, word, about, ofChangedFace);
  }

  /** The same, and this becomes of the person's profile in the same commit. */
  public Confirmation withProfile(UnaryOperator<String> change) {
    return new Confirmation(operator, oldPhoto, change, ruling, others, changedFace);
  }
}
