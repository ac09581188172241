package org.facedesk.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.facedesk.admin.Actor;
import org.facedesk.admin.DeskSession;
import org.facedesk.admin.EnrollmentOrder;
import org.facedesk.admin.Role;
import org.facedesk.core.Frame;
import org.facedesk.core.settings.StationSettings;
import org.facedesk.desktop.capture.CaptureServices;
import org.facedesk.desktop.capture.FakeDesk;
import org.facedesk.desktop.capture.Pictures;
import org.facedesk.desktop.capture.Workplace;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.engine.quality.QualityVerdict;
import org.facedesk.enroll.DeskTerms;
import org.facedesk.enroll.Feedback;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.Thresholds;
import org.facedesk.store.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Practice is the real thing over a store that forgets, under the settings as they are. */
class PracticeStationTest {
  private final Actor operator = Actor.operator(UUID.randomUUID(), Role.OPERATOR);
  private final List<AuditEvent> trail = new ArrayList<>();
  private final CaptureServices desk = new FakeDesk().services();
  private CapturePolicy policy = CapturePolicy.DEFAULT;
  private QualityPolicy quality = QualityPolicy.DEFAULT;
  private final PracticeStation practice =
      new PracticeStation(
          new Engine(
              desk.analyzer(),
              new NoDecoder(),
              new Loose(),
              Objects.requireNonNull(Pictures.good(Pictures.face(0, 0)).face()).landmarks()),
          desk.earnest().pictures(),
          () -> policy,
          () -> quality,
          trail::add,
          UnaryOperator.identity());

  @AfterEach
  void close() {
    practice.close();
  }

  private DeskSession begin(Workplace at) {
    return at.enrollment()
        .begin(
            operator,
            new EnrollmentOrder(
                "E-1024",
                "practice",
                new DeskTerms.Consent("1", "en", FakeDesk.START),
                null,
                false));
  }

  private static QualityVerdict verdict(DeskSession session, long millis) {
    return Objects.requireNonNull(
        ((Feedback) session.session().process(Pictures.face(millis, 0))).verdict());
  }

  @Test
  void whatIsAskedForFollowsTheSettingsWhilePracticeGoesOn() {
    Workplace there = practice.enter(operator);
    try (var first = begin(there).session()) {
      assertThat(first.requirements().samples()).isEqualTo(3);
    }
    StationSettings.Capture usual = StationSettings.BUILT_IN.capture();
    policy =
        CapturePolicy.DEFAULT.with(
            new StationSettings.Capture(
                usual.quality(),
                2,
                1,
                5,
                usual.attempts(),
                usual.sessionLifetime(),
                usual.verificationFmr(),
                usual.identificationFpir(),
                true));
    try (var second = begin(there).session()) {
      assertThat(second.requirements().samples()).isEqualTo(5);
      assertThat(second.requirements().blinks()).isEqualTo(2);
    }
  }

  @Test
  void picturesAreJudgedByTheQualityThatIsInForce() {
    DeskSession session = begin(practice.enter(operator));
    try (var open = session.session()) {
      assertThat(open.requirements()).isNotNull();
      assertThat(verdict(session, 0).accepted()).isTrue();
      quality = QualityPolicy.DEFAULT.withThreshold(1);
      assertThat(verdict(session, 200).accepted()).isFalse();
    }
  }

  @Test
  void nobodyIsLeftWhenItIsEnteredAgainAndTheTrailSaysWhoPractised() {
    try (var session = begin(practice.enter(operator)).session()) {
      assertThat(session.frames()).isZero();
    }
    practice.leave(operator);
    assertThat(practice.enter(operator).people().find("E-1024")).isEmpty();
    assertThat(trail)
        .extracting(AuditEvent::action)
        .containsExactly("practice.began", "practice.ended", "practice.began");
    assertThat(trail).extracting(AuditEvent::actor).containsOnly(operator.name());
  }

  /** Frames come as they are. */
  private static final class NoDecoder implements FrameDecoder {
    @Override
    public Frame decode(byte[] encoded, long timestampMillis) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] encodeJpeg(Frame frame, int quality) {
      return new byte[] {1};
    }
  }

  /** Nobody is compared here. */
  private static final class Loose implements Thresholds {
    @Override
    public double threshold(int enrolledSamples, int probeSamples, double fmr) {
      return 1;
    }

    @Override
    public double confidence(int enrolledSamples, int probeSamples, double distance) {
      return 0.5;
    }
  }
}
