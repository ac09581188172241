package org.facedesk.enroll;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.facedesk.engine.Template;
import org.facedesk.enroll.Review.Likeness;
import org.facedesk.enroll.Review.Lookalike;
import org.facedesk.gallery.Candidate;
import org.facedesk.gallery.Gallery;
import org.facedesk.gallery.Identification;
import org.facedesk.gallery.MatchPolicy;
import org.facedesk.store.Store;
import org.facedesk.store.TemplateRecord;

/**
 * Decides by the stored calibration, the gallery's size and how many pictures stand on either side.
 */
public final class CalibratedMatcher implements FaceMatcher {
  private static final int DUPLICATE_CANDIDATES = 5;

  private final Store store;
  private final Gallery gallery;
  private final Supplier<MatchPolicy> policy;

  /** For a policy that stays as it is. */
  public CalibratedMatcher(Store store, Gallery gallery, MatchPolicy policy) {
    this(store, gallery, () -> policy);
  }

  /**
   * @param policy the one in force, asked for each decision
   */
  public CalibratedMatcher(Store store, Gallery gallery, Supplier<MatchPolicy> policy) {
    this.store = store;
    this.gallery = gallery;
    this.policy = policy;
  }

  @Override
  public Verdict verify(UUID user, Template probe) {
    record Compared(Template reference, double distance) {}
    Optional<Compared> nearest =
        store.templates().ofUser(user).stream()
            .filter(record -> record.modelId().equals(probe.modelId()))
            .map(this::open)
            .map(reference -> new Compared(reference, reference.distanceTo(probe)))
            .min(Comparator.comparingDouble(Compared::distance));
    if (nearest.isEmpty()) {
      return new Verdict(null, null, 0);
    }
    MatchPolicy now = policy.get();
    int samples = nearest.get().reference().samples();
    double distance = nearest.get().distance();
    return new Verdict(
        now.verifies(samples, probe.samples(), distance) ? user : null,
        distance,
        now.thresholds().confidence(samples, probe.samples(), distance));
  }

  @Override
  public Verdict identify(UUID group, Template probe) {
    List<Candidate> nearest = gallery.search(group, probe.modelId(), probe.vector(), 2);
    if (nearest.isEmpty()) {
      return new Verdict(null, null, 0);
    }
    MatchPolicy now = policy.get();
    int samples = samples(nearest.getFirst());
    Identification answer =
        now.identify(nearest, samples, probe.samples(), gallery.subjects(group));
    double distance = nearest.getFirst().distance();
    double confidence = now.thresholds().confidence(samples, probe.samples(), distance);
    return switch (answer) {
      case Identification.Found found ->
          new Verdict(found.person().subject(), distance, confidence);
      case Identification.Unknown unknown -> new Verdict(null, unknown.nearest(), confidence);
    };
  }

  @Override
  public List<Lookalike> lookalikes(UUID group, UUID user, Template probe) {
    MatchPolicy now = policy.get();
    int subjects = gallery.subjects(group);
    List<Lookalike> found = new ArrayList<>();
    for (Candidate candidate :
        gallery.search(group, probe.modelId(), probe.vector(), DUPLICATE_CANDIDATES)) {
      int samples = samples(candidate);
      double distance = candidate.distance();
      if (!candidate.subject().equals(user)
          && distance <= now.searchThreshold(samples, probe.samples(), subjects)) {
        double confidence = now.thresholds().confidence(samples, probe.samples(), distance);
        found.add(new Lookalike(candidate.subject(), distance, confidence));
      }
    }
    return found;
  }

  @Override
  public Likeness compare(Template reference, Template probe) {
    MatchPolicy now = policy.get();
    double distance = reference.distanceTo(probe);
    return new Likeness(
        distance,
        now.thresholds().confidence(reference.samples(), probe.samples(), distance),
        now.verifies(reference.samples(), probe.samples(), distance));
  }

  private Template open(TemplateRecord record) {
    byte[] opened =
        store.seal().open(SessionDecisions.sealContext(record.user()), record.sealedVector());
    return SessionDecisions.template(record, opened);
  }

  /**
   * How many pictures the candidate's template was fused from; one if it was deleted meanwhile: the
   * strictest.
   */
  private int samples(Candidate candidate) {
    return store.templates().byIds(List.of(candidate.templateId())).stream()
        .mapToInt(TemplateRecord::samples)
        .findFirst()
        .orElse(1);
  }
}
