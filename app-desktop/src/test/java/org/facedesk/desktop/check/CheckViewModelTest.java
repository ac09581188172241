package org.facedesk.desktop.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.facedesk.admin.Actor;
import org.facedesk.admin.Role;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.desktop.capture.CaptureModel;
import org.facedesk.desktop.capture.FakeDesk;
import org.facedesk.desktop.capture.People;
import org.facedesk.desktop.capture.Pictures;
import org.facedesk.desktop.capture.Prompt;
import org.facedesk.desktop.check.CheckStep.AtCamera;
import org.facedesk.desktop.check.CheckStep.Locked;
import org.facedesk.desktop.check.CheckStep.Recognised;
import org.facedesk.desktop.check.CheckStep.Refused;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.enroll.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckViewModelTest {
  private final FakeDesk desk = new FakeDesk();
  private final CaptureModel capture = desk.model();
  private final CheckViewModel model =
      new CheckViewModel(capture, new Background(Runnable::run, Runnable::run));
  private final UUID person = UUID.randomUUID();
  private final Actor supervisor = Actor.operator(UUID.randomUUID(), Role.SUPERVISOR);

  CheckViewModelTest() {
    capture.open(new SourceSpec.Device("0"));
    desk.sessions.answer(
        frame -> FakeDesk.feedback(Pictures.good(frame), Guidance.BLINK, 0, 0, 1, 0));
  }

  private void end(Outcome outcome) {
    desk.sessions.answer(frame -> outcome);
    desk.feeds.present().frame(Pictures.face(0, 0));
  }

  private CheckStep step() {
    return model.screen().step();
  }

  private Outcome found(String userId) {
    return new Outcome.Authenticated(
        FakeDesk.summary(), person, userId, null, 0.998, FakeDesk.START);
  }

  private static Outcome notFound(Outcome.Reason reason) {
    return new Outcome.NotAuthenticated(FakeDesk.summary(), reason, 0.12);
  }

  @Nested
  class Verifying {
    @Test
    void needsAnIdToCompareWith() {
      model.next();
      assertThat(step()).isEqualTo(new AtCamera(true));
      assertThat(desk.sessions.authentications).isEmpty();
    }

    @Test
    void comparesWithThatPersonAndNamesTheSource() {
      model.editUserId(" E-1024 ");
      model.next();
      assertThat(desk.sessions.authentications)
          .singleElement()
          .satisfies(request -> {
            assertThat(request.userId()).isEqualTo("E-1024");
            assertThat(request.requireLiveness()).isTrue();
            assertThat(request.source()).isEqualTo("camera");
          });
    }

    @Test
    void tellsWhomItRecognisedWithTheirNameAndHowSureItIs() {
      desk.named.put(person, new People.Named("Ada", ""));
      model.editUserId("E-1024");
      model.next();
      end(found("E-1024"));
      assertThat(step()).isEqualTo(new Recognised(person, "E-1024", "Ada", "", 0.998));
      assertThat(model.screen().prompt().key()).isEqualTo("check.prompt.verified");
    }

    @Test
    void saysWhyNot() {
      model.editUserId("E-1024");
      model.next();
      end(notFound(Outcome.Reason.NO_MATCH));
      assertThat(step()).isEqualTo(new Refused("NO_MATCH", 0.12));
      assertThat(model.screen().prompt()).isEqualTo(new Prompt("reason.NO_MATCH", Tone.BAD));
    }

    @ParameterizedTest
    @EnumSource(
        value = Outcome.Reason.class,
        mode = EnumSource.Mode.EXCLUDE,
        names = {"NO_MATCH", "UNKNOWN_PERSON", "USER_LOCKED"})
    void callsNobodyAStrangerWhoWasNotComparedWithAnyone(Outcome.Reason reason) {
      model.editUserId("E-1024");
      model.next();
      end(notFound(reason));
      assertThat(model.screen().prompt()).isEqualTo(new Prompt("reason." + reason, Tone.ADVICE));
    }

    @Test
    void theNextPersonStartsAnewAndTheSameOneCanBeCheckedAgain() {
      model.editUserId("E-1024");
      model.next();
      end(notFound(Outcome.Reason.NO_MATCH));
      model.again();
      assertThat(model.screen().userId()).isEqualTo("E-1024");
      model.next();
      end(found("E-1024"));
      model.next();
      assertThat(step()).isEqualTo(new AtCamera(false));
      assertThat(model.screen().userId()).isEmpty();
    }
  }

  @Nested
  class Identifying {
    @Test
    void searchesEveryone() {
      model.identify(true);
      model.next();
      assertThat(desk.sessions.authentications.getFirst().userId()).isNull();
      end(found("E-7"));
      assertThat(step()).isInstanceOf(Recognised.class);
      assertThat(model.screen().prompt().key()).isEqualTo("check.prompt.identified");
    }

    @Test
    void namesWhoeverWasFoundAndNotTheDesksOwnPersonOfTheSameId() {
      desk.people.put("E-7", new People.Person("E-7", "Eve", FakeDesk.START));
      desk.named.put(person, new People.Named("Ada", "Gate"));
      model.identify(true);
      model.next();
      end(found("E-7"));
      assertThat(step()).isEqualTo(new Recognised(person, "E-7", "Ada", "Gate", 0.998));
    }

    @Test
    void tellsThatSomebodyIsNotKnown() {
      model.identify(true);
      model.next();
      end(notFound(Outcome.Reason.UNKNOWN_PERSON));
      assertThat(step()).isEqualTo(new Refused("UNKNOWN_PERSON", 0.12));
    }

    @Test
    void isNotSwitchedWhileSomebodyStandsThere() {
      model.identify(true);
      model.next();
      model.identify(false);
      assertThat(model.screen().identify()).isTrue();
    }
  }

  @Nested
  class Somebody_locked {
    private void lockedAtOnce() {
      desk.sessions.refuse(ErrorCode.USER_LOCKED);
      model.editUserId("E-1024");
      model.next();
    }

    @Test
    void isSaidSoRatherThanShownAsAFault() {
      lockedAtOnce();
      assertThat(step()).isEqualTo(new Locked("E-1024", false));
      assertThat(model.screen().capture().fault()).isNull();
    }

    @Test
    void isToldAlsoWhenOthersFailedMeanwhile() {
      model.editUserId("E-1024");
      model.next();
      end(notFound(Outcome.Reason.USER_LOCKED));
      assertThat(step()).isEqualTo(new Locked("E-1024", false));
    }

    @Test
    void isUnlockedByASupervisor() {
      lockedAtOnce();
      model.unlock(supervisor);
      assertThat(desk.unlocked).containsExactly("E-1024");
      assertThat(step()).isEqualTo(new Locked("E-1024", true));
      model.next();
      assertThat(step()).isEqualTo(new AtCamera(false));
      assertThat(model.screen().userId()).isEqualTo("E-1024");
    }

    @Test
    void isNotUnlockedByAnOperator() {
      lockedAtOnce();
      model.unlock(Actor.operator(UUID.randomUUID(), Role.OPERATOR));
      assertThat(desk.unlocked).isEmpty();
      assertThat(model.screen().capture().fault()).isNotNull();
    }
  }

  @Test
  void anyOtherRefusalToBeginIsAFault() {
    desk.sessions.refuse(ErrorCode.NOT_ENROLLED);
    model.editUserId("E-1024");
    model.next();
    assertThat(model.screen().capture().fault()).isNotNull();
    model.next();
    assertThat(model.screen().capture().fault()).isNull();
  }

  @Test
  void escapeStopsACapture() {
    model.identify(true);
    model.next();
    model.back();
    assertThat(desk.sessions.cancelled).hasSize(1);
    assertThat(step()).isEqualTo(new AtCamera(false));
  }

  @Test
  void aVerdictDoesNotOutliveItsMode() {
    model.identify(true);
    model.next();
    end(found("E-7"));
    capture.practise(true);
    assertThat(step()).isEqualTo(new AtCamera(false));
  }
}
