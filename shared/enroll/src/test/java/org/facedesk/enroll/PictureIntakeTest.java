package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Objects;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.Picture;
import org.junit.jupiter.api.Test;

class PictureIntakeTest {
  private final PictureIntake intake =
      new PictureIntake(
          new ScriptedAnalyzer(), new ScriptedStation.FirstPixel(), new CaptureSessionTest.Judge());

  @Test
  void anOldPhotoOfOneClearFaceIsKeptWithItsTemplate() {
    Picture photo = intake.oldPhoto(ScriptedAnalyzer.person(3, 80, 0).bgr());

    assertThat(photo.kind()).isEqualTo(Picture.Kind.OLD_PROFILE_PHOTO);
    Picture.Reference reference = Objects.requireNonNull(photo.reference());
    assertThat(reference.modelId()).isEqualTo(ScriptedAnalyzer.MODEL);
    assertThat(reference.vector())
        .isEqualTo(SessionDecisions.bytes(ScriptedAnalyzer.template(3, 1).vector()));
  }

  @Test
  void anOldPhotoWithoutAFaceOrWithTwoOrABlurredOneIsRefusedWithTheReason() {
    refused(ScriptedAnalyzer.faces(0, 0).bgr(), ErrorCode.PHOTO_UNUSABLE, "No face");
    refused(ScriptedAnalyzer.faces(2, 0).bgr(), ErrorCode.PHOTO_UNUSABLE, "More than one face");
    refused(ScriptedAnalyzer.person(3, 10, 0).bgr(), ErrorCode.PHOTO_UNUSABLE, "sharpness");
    refused(new byte[] {1}, ErrorCode.INVALID_IMAGE, "not a picture");
  }

  @Test
  void aProfileImageNeedsNoFaceAndGetsNoTemplate() {
    Picture picture = intake.profileImage(ScriptedAnalyzer.faces(0, 0).bgr());

    assertThat(picture.kind()).isEqualTo(Picture.Kind.PROFILE_IMAGE);
    assertThat(picture.reference()).isNull();
    assertThat(picture.image()).isNotEmpty();
  }

  private void refused(byte[] encoded, ErrorCode code, String why) {
    assertThatExceptionOfType(FacedeskException.class)
        .isThrownBy(() -> intake.oldPhoto(encoded))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code))
        .withMessageContaining(why);
  }
}
