package org.facedesk.desktop.launch;

import java.util.List;
import org.facedesk.admin.PhotoReader;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.enroll.PictureIntake;
import org.facedesk.store.Picture;

/** Photos of an imported list, looked at as those that remote clients send. */
record IntakePhotos(PictureIntake intake) implements PhotoReader {
  @Override
  public Photo read(byte[] encoded) {
    Picture shown = intake.profileImage(encoded);
    try {
      return new Photo(List.of(shown, intake.oldPhoto(encoded)), null);
    } catch (FacedeskException e) {
      if (e.code() != ErrorCode.PHOTO_UNUSABLE) {
        throw e;
      }
      return new Photo(List.of(shown), e.code());
    }
  }
}
