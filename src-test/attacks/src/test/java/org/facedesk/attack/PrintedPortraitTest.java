package org.facedesk.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.SplittableRandom;
import org.facedesk.capture.practice.PracticeClip;
import org.facedesk.engine.MeanFace;
import org.facedesk.engine.torch.ImageLimits;
import org.facedesk.engine.torch.OpenCvFrameDecoder;
import org.facedesk.engine.torch.TorchFaceAnalyzer;
import org.facedesk.models.Models;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One sequence of each kind, of the portrait that the practice head is made of, through the whole
 * engine; and the practice head itself.
 */
class PrintedPortraitTest {
  private static final String PORTRAIT = "/org/facedesk/capture/practice/portrait.png";

  @SuppressWarnings("NullAway.Init")
  private static Trial trial;

  @SuppressWarnings("NullAway.Init")
  private static Photograph portrait;

  @BeforeAll
  static void printThePortrait() throws IOException {
    OpenCvFrameDecoder codec = new OpenCvFrameDecoder(ImageLimits.REMOTE);
    trial =
        new Trial(TorchFaceAnalyzer.load(Models.shipped()), codec, MeanFace.read(Models.shipped()));
    try (InputStream in =
        Objects.requireNonNull(PracticeClip.class.getResourceAsStream(PORTRAIT), PORTRAIT)) {
      portrait =
          Objects.requireNonNull(
              Photograph.of(
                  "portrait", trial.analyzer().analyze(codec.decode(in.readAllBytes(), 0))));
    }
  }

  @AfterAll
  static void release() {
    trial.analyzer().close();
  }

  private static Verdict shown(Species species, long seed) {
    return trial.of(trial.encoded(AttackClip.of(species, portrait, new SplittableRandom(seed))));
  }

  private static void assertNothingProven(Verdict verdict) {
    assertThat(verdict.blinks()).as("blinks").isZero();
    assertThat(verdict.motionEvents()).as("motion events").isZero();
    assertThat(verdict.authentication()).as("accepted").isFalse();
  }

  @Test
  void aPhotographHeldStillProvesNothing() {
    assertNothingProven(shown(Species.STILL, 1));
  }

  @Test
  void aShakenPhotographProvesNothing() {
    Verdict verdict = shown(Species.SHAKEN, 1);
    assertNothingProven(verdict);
    assertThat(verdict.varied()).as("it varies as in life").isTrue();
  }

  @Test
  void aTiltedPhotographShowsNoMotion() {
    assertNothingProven(shown(Species.TILTED, 1));
  }

  @Test
  void aBentPhotographShowsNoMotion() {
    assertNothingProven(shown(Species.BENT, 1));
  }

  @Test
  void aHeadThatBlinksAndTurnsIsAcceptedByTheSameRules() {
    Verdict verdict = trial.of(trial.encoded(new PracticeClip(10, 12)));
    assertThat(verdict.enrollment()).isTrue();
    assertThat(verdict.authentication()).isTrue();
    assertThat(verdict.motionAlone()).isTrue();
    assertThat(verdict.claimedTurn()).isTrue();
  }
}
