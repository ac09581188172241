package org.facedesk.enroll;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.engine.Template;
import org.facedesk.enroll.Review.Grade;
import org.facedesk.enroll.Review.Likeness;
import org.facedesk.enroll.Review.Lookalike;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.Store;
import org.facedesk.store.TemplateRecord;
import org.jspecify.annotations.Nullable;

/** Finds out what there is to know of a capture before someone confirms it. */
final class EnrollmentReviews {
  private final Store store;
  private final FaceMatcher matcher;
  private final double sampleAgreement;

  /**
   * @param sampleAgreement largest distance between pictures of one session
   */
  EnrollmentReviews(Store store, FaceMatcher matcher, double sampleAgreement) {
    this.store = store;
    this.matcher = matcher;
    this.sampleAgreement = sampleAgreement;
  }

  Review of(
      SessionRecord session,
      ClientRecord client,
      Capture.Captured captured,
      @Nullable Picture oldPhoto) {
    UUID user = Objects.requireNonNull(session.user());
    Template probe = captured.probe();
    Picture photo =
        oldPhoto != null
            ? oldPhoto
            : store.pictures().find(user, Picture.Kind.OLD_PROFILE_PHOTO).orElse(null);
    return new Review(
        captured.spread(),
        agreement(captured.spread()),
        earlier(user, probe).orElse(null),
        likeness(photo, probe).orElse(null),
        matcher.lookalikes(client.gallery(), user, probe));
  }

  /**
   * What came up since the review counts as well: a remote client may have enrolled the same face
   * meanwhile.
   *
   * @throws FacedeskException FORBIDDEN if a supervisor has to decide first
   */
  void requireNothingAgainst(
      SessionRecord session,
      ClientRecord client,
      Capture.Captured captured,
      Confirmation confirmation) {
    UUID user = Objects.requireNonNull(session.user());
    List<UUID> others =
        matcher.lookalikes(client.gallery(), user, captured.probe()).stream()
            .map(Lookalike::person)
            .toList();
    boolean changed =
        earlier(user, captured.probe()).filter(likeness -> !likeness.matches()).isPresent();
    boolean decided =
        confirmation.others().containsAll(others) && (!changed || confirmation.changedFace());
    if (!decided) {
      throw new FacedeskException(ErrorCode.FORBIDDEN, "a supervisor must decide");
    }
  }

  /** Against the distance beyond which a sample would have been dropped. */
  private Grade agreement(double spread) {
    double share = spread / sampleAgreement;
    return share <= 0.5 ? Grade.HIGH : share <= 0.8 ? Grade.FAIR : Grade.LOW;
  }

  private Optional<Likeness> earlier(UUID user, Template probe) {
    return store.templates().ofUser(user).stream()
        .filter(record -> record.modelId().equals(probe.modelId()))
        .map(record -> matcher.compare(open(record), probe))
        .findFirst();
  }

  private Template open(TemplateRecord record) {
    byte[] opened =
        store.seal().open(SessionDecisions.sealContext(record.user()), record.sealedVector());
    return SessionDecisions.template(record, opened);
  }

  /** Empty without a photo, or with one that another model looked at. */
  private Optional<Likeness> likeness(@Nullable Picture photo, Template probe) {
    return Optional.ofNullable(photo)
        .map(Picture::reference)
        .filter(reference -> reference.modelId().equals(probe.modelId()))
        .map(reference ->
            matcher.compare(
                new Template(reference.modelId(), 1, SessionDecisions.vector(reference.vector())),
                probe));
  }
}
