package org.facedesk.desktop.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.facedesk.admin.Actor;
import org.facedesk.admin.Role;
import org.facedesk.core.ErrorCode;
import org.facedesk.desktop.capture.CaptureSettings;
import org.facedesk.desktop.capture.FakeDesk;
import org.facedesk.desktop.capture.People;
import org.facedesk.desktop.enroll.EnrollStep.AtCamera;
import org.facedesk.desktop.enroll.EnrollStep.Trouble;
import org.facedesk.desktop.enroll.EnrollStep.Who;
import org.facedesk.desktop.enroll.WhoSheet.Photo;
import org.facedesk.enroll.DeskTerms;
import org.facedesk.enroll.DeskTerms.Proof;
import org.facedesk.enroll.EnrollmentRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first step: who it is, what they agree to, what they brought. */
class EnrollWhoTest extends EnrollmentsAtTheDesk {
  private WhoSheet who() {
    return model.screen().who();
  }

  private DeskTerms terms() {
    return Objects.requireNonNull(desk.sessions.requests.getFirst().desk());
  }

  @Nested
  class The_id {
    @Test
    void isAskedForAgainWhenItIsEmpty() {
      model.editUserId("   ");
      model.next();
      assertThat(step()).isEqualTo(new Who(Trouble.ID));
    }

    @Test
    void isNotTakenWithMoreThanAHundredCharacters() {
      model.editUserId("x".repeat(101));
      model.next();
      assertThat(step()).isEqualTo(new Who(Trouble.ID));
    }

    @Test
    void isComplainedAboutNoLongerAsSoonAsItIsGood() {
      model.agree(true);
      model.next();
      model.editUserId("E-1024");
      assertThat(step()).isEqualTo(new Who(Trouble.NONE));
    }

    @Test
    void ofAKnownPersonShowsTheirName() {
      desk.people.put("E-1024", new People.Person("E-1024", "Ada", FakeDesk.START));
      model.editUserId("E-1024");
      assertThat(who().known()).isNotNull();
      assertThat(who().personName()).isEqualTo("Ada");
      model.editUserId("E-10");
      assertThat(who().known()).isNull();
    }
  }

  @Nested
  class Consent {
    @Test
    void nobodyReachesTheCameraWithoutIt() {
      model.editUserId("E-1024");
      model.next();
      assertThat(step()).isEqualTo(new Who(Trouble.CONSENT));
      assertThat(model.screen().prompt().key()).isEqualTo("enroll.prompt.consent");
    }

    @Test
    void givenAfterTheOperatorTriedToGoOnItGoesOn() {
      model.editUserId("E-1024");
      model.next();
      model.agree(true);
      assertThat(step()).isInstanceOf(AtCamera.class);
    }

    @Test
    void isRecordedWithVersionLanguageAndTimeBeforeTheFirstPicture() {
      model.chooseLanguage("ar");
      startCapture();
      assertThat(terms().operator()).startsWith("operator:");
      assertThat(terms().consent())
          .isEqualTo(new DeskTerms.Consent(who().consent().version(), "ar", FakeDesk.START));
    }

    @Test
    void toOneTextIsNoneToTheSameTextInAnotherLanguage() {
      model.agree(true);
      model.chooseLanguage("id");
      assertThat(who().agreed()).isFalse();
      assertThat(who().consent().language()).isEqualTo("id");
    }

    @Test
    void isTakenBackWhenThePersonThinksBetterOfIt() {
      reachCamera();
      model.back();
      model.agree(false);
      model.next();
      assertThat(step()).isEqualTo(new Who(Trouble.CONSENT));
    }
  }

  @Nested
  class The_name {
    @Test
    void isNotTakenWithMoreThanTwoHundredOrWithControlCharacters() {
      model.editUserId("E-1024");
      model.agree(true);
      for (String none : List.of("x".repeat(201), "Ada\u0007")) {
        model.editName(none);
        model.next();
        assertThat(step()).isEqualTo(new Who(Trouble.NAME));
      }
      model.editName("x".repeat(200));
      model.next();
      assertThat(step()).isInstanceOf(AtCamera.class);
    }

    @Test
    void isPartOfWhatTheOperatorConfirms() {
      model.editName(" Ada ");
      reachReview(FakeDesk.review());
      model.next();
      assertThat(desk.sessions.confirmations)
          .singleElement()
          .satisfies(word -> {
            assertThat(word.operator()).isEqualTo(model.capture().actor().name());
            assertThat(Objects.requireNonNull(word.profile()).apply("{}"))
                .isEqualTo("{\"name\":\"Ada\"}");
          });
    }

    @Test
    void thatIsLeftEmptyChangesNothing() {
      reachReview(FakeDesk.review());
      model.next();
      assertThat(desk.sessions.confirmations.getFirst().profile()).isNull();
    }
  }

  @Nested
  class Another_id {
    @TempDir private Path folder;

    private void giveEverything() throws IOException {
      model.agree(true);
      model.exempt(
          Set.of(Proof.BLINK), Actor.operator(UUID.randomUUID(), Role.SUPERVISOR), "An eye patch");
      model.choosePhoto(Files.write(folder.resolve("passport.jpg"), new byte[10]));
      model.editName("Ada");
    }

    private void assertNothingGiven() {
      assertThat(who().agreed()).isFalse();
      assertThat(who().exempt()).isEmpty();
      assertThat(who().photo()).isInstanceOf(Photo.None.class);
      assertThat(who().name()).isEmpty();
    }

    @Test
    void takesNothingOverOfWhatThePersonBeforeGave() throws IOException {
      model.editUserId("E-1024");
      giveEverything();
      model.editUserId("E-1025");
      assertNothingGiven();
      assertThat(who().userId()).isEqualTo("E-1025");
    }

    @Test
    void isAnotherPersonAlsoWhenTheFieldWasEmptiedFirst() throws IOException {
      model.editUserId("E-1024");
      giveEverything();
      model.editUserId("");
      model.chooseLanguage("ar");
      model.agree(true);
      model.editUserId("E-1025");
      assertNothingGiven();
    }

    @Test
    void afterAWayBackFromTheCameraAsksForConsentAgain() {
      model.agree(true);
      reachCamera();
      model.back();
      model.editUserId("E-1025");
      model.next();
      assertThat(step()).isEqualTo(new Who(Trouble.CONSENT));
    }

    @Test
    void isNoneWhileTheIdIsTypedAfterTheConsent() throws IOException {
      giveEverything();
      for (int i = 1; i <= 6; i++) {
        model.editUserId("E-1024".substring(0, i));
      }
      assertThat(who().agreed()).isTrue();
      assertThat(who().exempt()).isNotEmpty();
      assertThat(who().photo()).isInstanceOf(Photo.Ready.class);
      assertThat(who().name()).isEqualTo("Ada");
    }

    @Test
    void isNoneIfTheSameIsEnteredAgain() throws IOException {
      model.editUserId("E-1024");
      giveEverything();
      model.editUserId("");
      model.editUserId("E-1024 ");
      assertThat(who().agreed()).isTrue();
      assertThat(who().exempt()).isNotEmpty();
    }
  }

  @Nested
  class The_sentence {
    @Test
    void firstAsksThatTheTextIsReadAndOnlyThenForTheFace() {
      assertThat(model.screen().prompt().key()).isEqualTo("enroll.prompt.who");
      model.agree(true);
      assertThat(model.screen().prompt().key()).isEqualTo("prompt.who");
    }

    @Test
    void isAboutTheCameraWhileThereIsNone() {
      desk.feeds.present().lose();
      model.next();
      assertThat(model.screen().prompt().key()).isEqualTo("prompt.camera.absent");
    }
  }

  @Nested
  class Movements_in_a_drawn_order {
    @Test
    void areAskedForWhenTheSettingsSaySo() {
      CaptureSettings usual = CaptureSettings.BUILT_IN;
      startCapture();
      desk.set(new CaptureSettings(usual.quality(), usual.policy(), true, false, true));
      model.retake();
      model.next();
      assertThat(desk.sessions.requests)
          .extracting(EnrollmentRequest::challenge)
          .containsExactly(false, true);
    }
  }

  @Nested
  class An_old_photo {
    @TempDir private Path folder;

    private Path file(int bytes) throws IOException {
      return Files.write(folder.resolve("passport.jpg"), new byte[bytes]);
    }

    @Test
    void isReadAndKeptOnlyWithTheEnrollment() throws IOException {
      model.choosePhoto(file(10));
      assertThat(who().photo()).isInstanceOf(Photo.Ready.class);
      reachReview(FakeDesk.review());
      model.next();
      assertThat(desk.sessions.confirmations.getFirst().oldPhoto()).isNotNull();
    }

    @Test
    void thatIsNoPictureSaysWhyAndKeepsTheOperatorHere() throws IOException {
      model.choosePhoto(file(0));
      assertThat(who().photo())
          .isInstanceOfSatisfying(
              Photo.Unusable.class,
              photo -> assertThat(photo.why().code()).isEqualTo(ErrorCode.INVALID_IMAGE));
      model.editUserId("E-1024");
      model.agree(true);
      model.next();
      assertThat(step()).isEqualTo(new Who(Trouble.PHOTO));
      model.removePhoto();
      assertThat(step()).isEqualTo(new Who(Trouble.NONE));
    }

    @Test
    void thatIsTooLargeIsNotReadToItsEnd() throws IOException {
      model.choosePhoto(file((1 << 20) + 1));
      assertThat(who().photo())
          .isInstanceOfSatisfying(
              Photo.Unusable.class,
              photo -> assertThat(photo.why().code()).isEqualTo(ErrorCode.IMAGE_TOO_LARGE));
    }

    @Test
    void isNotTheNextPersons() throws IOException {
      model.choosePhoto(file(10));
      model.begin("E-1025", "");
      assertThat(who().photo()).isInstanceOf(Photo.None.class);
    }
  }

  @Nested
  class An_exemption {
    private final Actor supervisor = Actor.operator(UUID.randomUUID(), Role.SUPERVISOR);

    @Test
    void isASupervisorsDecisionWithAReason() {
      model.exempt(Set.of(Proof.BLINK), supervisor, "An eye patch");
      startCapture();
      assertThat(terms().exemptions())
          .singleElement()
          .satisfies(exemption -> {
            assertThat(exemption.proof()).isEqualTo(Proof.BLINK);
            assertThat(exemption.ruling().supervisor()).isEqualTo(supervisor.name());
            assertThat(exemption.ruling().reason()).isEqualTo("An eye patch");
          });
    }

    @Test
    void byAnOperatorIsRefused() {
      model.exempt(
          Set.of(Proof.TURN), Actor.operator(UUID.randomUUID(), Role.OPERATOR), "In a hurry");
      startCapture();
      assertThat(desk.sessions.requests).isEmpty();
      assertThat(model.screen().capture().fault())
          .satisfies(fault -> assertThat(fault.code()).isEqualTo(ErrorCode.FORBIDDEN));
    }

    @Test
    void isForOnePersonOnly() {
      model.exempt(Set.of(Proof.BLINK), supervisor, "An eye patch");
      model.begin("E-1025", "");
      assertThat(who().exempt()).isEmpty();
    }

    @Test
    void canBeTakenBack() {
      model.exempt(Set.of(Proof.BLINK), supervisor, "An eye patch");
      model.withdrawExemption();
      startCapture();
      assertThat(terms().exemptions()).isEmpty();
    }
  }
}
