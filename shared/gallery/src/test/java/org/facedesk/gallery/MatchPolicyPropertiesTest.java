package org.facedesk.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** What holds for any gallery, any probe and any calibration that is monotonic. */
class MatchPolicyPropertiesTest {
  private static final double MARGIN = 0.05;

  /** Falls with the rate and grows with the samples, as every real calibration does. */
  private static final Thresholds MONOTONIC =
      new Thresholds() {
        @Override
        public double threshold(int enrolledSamples, int probeSamples, double fmr) {
          return 0.5 + 0.03 * Math.log10(fmr) - 0.01 * (6 - enrolledSamples - probeSamples);
        }

        @Override
        public double confidence(int enrolledSamples, int probeSamples, double distance) {
          return 1 / (1 + Math.exp(40 * (distance - 0.35)));
        }
      };

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

  private final MatchPolicy policy = new MatchPolicy(MONOTONIC, 1e-4, 0.01, MARGIN);

  @Property
  void theWholeSearchKeepsTheRateAskedFor(
      @ForAll @IntRange(min = 1, max = 5_000_000) int subjects,
      @ForAll @DoubleRange(min = 1e-4, max = 0.2) @Scale(6) double fpir) {
    double fmr = new MatchPolicy(RATE_ITSELF, 0.5, fpir, MARGIN).searchThreshold(3, 3, subjects);

    double falsePositive = -Math.expm1(subjects * Math.log1p(-fmr));
    assertThat(falsePositive).isCloseTo(fpir, within(1e-9));
  }

  @Property
  void aLargerGalleryIsNeverLaxer(
      @ForAll @IntRange(min = 0, max = 1_000_000) int subjects,
      @ForAll @IntRange(min = 1, max = 1_000_000) int more) {
    assertThat(policy.searchThreshold(3, 3, subjects + more))
        .isLessThanOrEqualTo(policy.searchThreshold(3, 3, subjects));
  }

  @Property
  void whoeverASearchFindsWouldAlsoBeVerified(@ForAll("galleries") List<Candidate> gallery) {
    if (policy.identify(gallery, 3, 3, gallery.size()) instanceof Identification.Found found) {
      assertThat(policy.verifies(3, 3, found.person().distance())).isTrue();
    }
  }

  @Property
  void whoeverIsFoundIsTheNearestAndBeatsEveryOtherPersonByTheMargin(
      @ForAll("galleries") List<Candidate> gallery) {
    if (policy.identify(gallery, 3, 3, gallery.size()) instanceof Identification.Found found) {
      Candidate person = found.person();
      assertThat(person).isEqualTo(gallery.getFirst());
      assertThat(gallery)
          .filteredOn(other -> !other.subject().equals(person.subject()))
          .allMatch(other -> other.distance() >= person.distance() + MARGIN - 1e-12);
    }
  }

  @Property
  void anotherTemplateOfTheSamePersonChangesNothing(
      @ForAll("galleries") List<Candidate> gallery,
      @ForAll @DoubleRange(min = 0, max = 0.05) double further) {
    if (gallery.isEmpty()) {
      return;
    }
    Candidate best = gallery.getFirst();
    List<Candidate> twice = new ArrayList<>(gallery);
    twice.add(new Candidate(best.subject(), -1, best.distance() + further));
    twice.sort(Comparator.comparingDouble(Candidate::distance));

    assertThat(policy.identify(twice, 3, 3, gallery.size()))
        .isEqualTo(policy.identify(gallery, 3, 3, gallery.size()));
  }

  @Property
  void aNearerProbeIsNeverLessVerified(
      @ForAll @DoubleRange(min = 0, max = 2) double distance,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    if (policy.verifies(3, 3, distance)) {
      assertThat(policy.verifies(3, 3, distance * share)).isTrue();
    }
  }

  @Provide
  Arbitrary<List<Candidate>> galleries() {
    Arbitrary<Double> distances = Arbitraries.doubles().between(0, 0.6);
    Arbitrary<Long> templates = Arbitraries.longs().between(1, 1_000_000);
    Arbitrary<UUID> people =
        Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    return Combinators.combine(people, templates, distances)
        .as(Candidate::new)
        .list()
        .ofMaxSize(12)
        .uniqueElements(Candidate::subject)
        .map(
            list -> list.stream().sorted(Comparator.comparingDouble(Candidate::distance)).toList());
  }
}
