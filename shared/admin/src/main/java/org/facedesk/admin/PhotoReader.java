package org.facedesk.admin;

import java.util.List;
import org.facedesk.core.ErrorCode;
import org.facedesk.store.Picture;
import org.jspecify.annotations.Nullable;

/** Makes pictures to be stored of a photo that someone brings along. For many threads. */
@FunctionalInterface
public interface PhotoReader {
  /**
   * @param encoded a JPEG or PNG file's bytes
   * @throws org.facedesk.core.FacedeskException INVALID_IMAGE, UNSUPPORTED_MEDIA or IMAGE_TOO_LARGE
   */
  Photo read(byte[] encoded);

  /**
   * @param pictures to be shown and, if the face is clear enough, to be compared with
   * @param notComparable why it cannot be compared with; null if it can
   */
  record Photo(List<Picture> pictures, @Nullable ErrorCode notComparable) {
    public Photo {
      pictures = List.copyOf(pictures);
    }
  }
}
