package org.facedesk.admin;

import java.util.List;
import java.util.Set;
import org.facedesk.store.Picture;
import org.jspecify.annotations.Nullable;

/**
 * What to change about a person; null leaves it as it is.
 *
 * @param pictures to be put in the place of those of their kind
 * @param withoutPictures kinds to be taken away
 */
public record PersonChange(
    @Nullable String profile,
    @Nullable String metadata,
    @Nullable Boolean faceAuthEnabled,
    @Nullable Boolean active,
    List<Picture> pictures,
    Set<Picture.Kind> withoutPictures) {

  public PersonChange {
    pictures = List.copyOf(pictures);
    withoutPictures = Set.copyOf(withoutPictures);
  }

  public PersonChange(
      @Nullable String profile,
      @Nullable String metadata,
      @Nullable Boolean faceAuthEnabled,
      @Nullable Boolean active) {
    this(profile, metadata, faceAuthEnabled, active, List.of(), Set.of());
  }

  public static PersonChange activation(boolean active) {
    return new PersonChange(null, null, null, active);
  }

  /** Keeps personal data out of logs. */
  @Override
  public String toString() {
    return "PersonChange[…]";
  }
}
