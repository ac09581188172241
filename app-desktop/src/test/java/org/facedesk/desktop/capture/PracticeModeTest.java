package org.facedesk.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.facedesk.admin.Role;
import org.facedesk.capture.SourceSpec;
import org.junit.jupiter.api.Test;

/** Practice mode, and what may stand in for a camera in earnest. */
class PracticeModeTest {
  private final FakeDesk desk = new FakeDesk();
  private final CaptureModel model = desk.model();
  private final List<String> heard = new ArrayList<>();

  PracticeModeTest() {
    model.open(new SourceSpec.Device("0"));
  }

  private void begin() {
    new HeardSitting(heard).begin(desk, model);
  }

  @Test
  void comesWithThePracticeCameraForAnyoneButAdministrators() {
    model.usePracticeCamera();
    assertThat(model.practice()).isTrue();
    assertThat(desk.practice).containsExactly("entered");
    begin();
    assertThat(desk.practised.authentications).hasSize(1);
    assertThat(desk.sessions.authentications).isEmpty();
  }

  @Test
  void doesNotForAnAdministratorAndTheSourceIsNamed() {
    desk.signIn(Role.ADMINISTRATOR);
    model.usePracticeCamera();
    assertThat(model.practice()).isFalse();
    assertThat(model.screen().standIn()).isTrue();
    begin();
    assertThat(desk.sessions.authentications.getFirst().source()).isEqualTo("practice");
  }

  @Test
  void aRecordingIsNotForOperatorsInEarnest() {
    model.open(new SourceSpec.Replay(Path.of("clip.mp4")));
    assertThat(model.screen().permitted()).isFalse();
    assertThat(model.screen().prompt().key()).isEqualTo("enroll.practice.only");
    begin();
    assertThat(desk.sessions.authentications).isEmpty();
    model.practise(true);
    assertThat(model.screen().permitted()).isTrue();
  }

  @Test
  void endsWithItsRegisterAndTheCameraIsBack() {
    model.usePracticeCamera();
    model.practise(false);
    assertThat(desk.practice).containsExactly("entered", "left");
    assertThat(model.screen().standIn()).isFalse();
    assertThat(model.practice()).isFalse();
  }

  @Test
  void cancelsWhatRuns() {
    begin();
    model.practise(true);
    assertThat(desk.sessions.cancelled).hasSize(1);
    assertThat(heard).containsExactly("interrupted");
  }
}
