package org.facedesk.store;

import org.jspecify.annotations.Nullable;

/**
 * A picture of a person that their client gave us.
 *
 * @param image a JPEG file's bytes
 * @param reference what faces are compared with; null if the picture is only to be shown
 */
public record Picture(Kind kind, byte[] image, @Nullable Reference reference) {

  /** What the picture is for; the name in lower case is the wire's. */
  public enum Kind {
    /** From the time before; an enrollment says how similar the person still looks. */
    OLD_PROFILE_PHOTO,
    /** To be shown, nothing else. */
    PROFILE_IMAGE
  }

  /**
   * The picture's template.
   *
   * @param vector float32 little endian
   */
  public record Reference(String modelId, byte[] vector) {}

  /** Keeps the picture out of logs. */
  @Override
  public String toString() {
    return "Picture[" + kind + "]";
  }
}
