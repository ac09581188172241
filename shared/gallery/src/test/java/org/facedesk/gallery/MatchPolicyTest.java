package org.facedesk.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchPolicyTest {
  /** Threshold = FMR, so that a test can read the rate that was asked for. */
  private static final Thresholds RATE_ITSELF =
      new Thresholds() {
        @Override
        public double threshold(int enrolledSamples, int probeSamples, double fmr) {
          return fmr;
        }

        @Override
        public double confidence(int enrolledSamples, int probeSamples, double distance) {
          return 1 - distance;
        }
      };

  private static final Thresholds AT_A_THIRD =
      new Thresholds() {
        @Override
        public double threshold(int enrolledSamples, int probeSamples, double fmr) {
          return 1.0 / 3;
        }

        @Override
        public double confidence(int enrolledSamples, int probeSamples, double distance) {
          return 1 - distance;
        }
      };

  private final MatchPolicy policy = new MatchPolicy(AT_A_THIRD, 1e-4, 0.01, 0.05);

  @Test
  void aLargerGalleryAsksForASmallerDistance() {
    MatchPolicy rates = new MatchPolicy(RATE_ITSELF, 0.5, 0.01, 0.05);

    assertThat(rates.searchThreshold(3, 3, 1)).isCloseTo(0.01, within(1e-12));
    assertThat(rates.searchThreshold(3, 3, 1000)).isCloseTo(1.00503e-5, within(1e-9));
    assertThat(rates.searchThreshold(3, 3, 1_000_000)).isCloseTo(1.00503e-8, within(1e-12));
  }

  @Test
  void aSearchIsNeverLaxerThanAVerification() {
    MatchPolicy rates = new MatchPolicy(RATE_ITSELF, 1e-4, 0.01, 0.05);

    assertThat(rates.searchThreshold(3, 3, 1)).isEqualTo(1e-4);
  }

  @Test
  void thePersonWhoIsNearAndAloneIsFound() {
    Candidate near = candidate(0.2);

    assertThat(policy.identify(List.of(near), 3, 3, 1)).isEqualTo(new Identification.Found(near));
    assertThat(policy.identify(List.of(near, candidate(0.3)), 3, 3, 2))
        .isEqualTo(new Identification.Found(near));
  }

  @Test
  void twoPeopleWhoAreEquallyNearAreUnknown() {
    assertThat(policy.identify(List.of(candidate(0.2), candidate(0.22)), 3, 3, 2))
        .isEqualTo(new Identification.Unknown(0.2));
  }

  @Test
  void whoeverIsTooFarIsUnknown() {
    assertThat(policy.identify(List.of(candidate(0.34)), 3, 3, 1))
        .isEqualTo(new Identification.Unknown(0.34));
  }

  @Test
  void anEmptyGalleryKnowsNobody() {
    assertThat(policy.identify(List.of(), 3, 3, 0)).isEqualTo(new Identification.Unknown(null));
  }

  @Test
  void verifiesUpToTheThreshold() {
    assertThat(policy.verifies(3, 3, 1.0 / 3)).isTrue();
    assertThat(policy.verifies(3, 3, 0.334)).isFalse();
  }

  @Test
  void impossibleRatesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MatchPolicy(AT_A_THIRD, 0, 0.01, 0.05));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MatchPolicy(AT_A_THIRD, 1e-4, 1, 0.05));
  }

  private static Candidate candidate(double distance) {
    return new Candidate(UUID.randomUUID(), 1, distance);
  }
}
