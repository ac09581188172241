package org.facedesk.enroll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.engine.Template;
import org.facedesk.gallery.Gallery;
import org.facedesk.gallery.GalleryEntry;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.DecisionRecord.Verdict;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.Store;
import org.facedesk.store.TemplateRecord;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes an enrollment down: first the store, in one transaction, then the index. */
final class EnrollmentCommit {
  private static final Logger LOG = LoggerFactory.getLogger(EnrollmentCommit.class);

  private final Store store;
  private final Gallery gallery;
  private final FaceMatcher matcher;

  EnrollmentCommit(Store store, Gallery gallery, FaceMatcher matcher) {
    this.store = store;
    this.gallery = gallery;
    this.matcher = matcher;
  }

  /**
   * @param confirmation whose word it is on; null where nobody is asked
   */
  Outcome enroll(
      SessionRecord session,
      ClientRecord client,
      Capture.Captured captured,
      @Nullable Confirmation confirmation,
      Instant now) {
    UUID user = Objects.requireNonNull(session.user());
    UUID enrollment = Objects.requireNonNull(session.enrollment());
    List<Long> before =
        store.templates().ofUser(user).stream()
            .filter(template -> template.modelId().equals(captured.probe().modelId()))
            .map(TemplateRecord::id)
            .toList();
    Committed committed =
        store.inTransaction(tx -> commit(tx, session, client, user, captured, confirmation, now));
    before.forEach(gallery::remove);
    index(
        new GalleryEntry(
            committed.templateId(),
            client.gallery(),
            user,
            captured.probe().modelId(),
            captured.probe().vector()));
    return new Outcome.Enrolled(
        captured.summary(),
        enrollment,
        committed.userId(),
        captured.quality(),
        committed.similarity(),
        now);
  }

  /**
   * Puts a template into the index, unless it was erased since its commit. An erasure takes it out
   * of the store first and out of the index then: what is still in the store once it is in the
   * index is found there by every erasure that comes later.
   */
  private void index(GalleryEntry entry) {
    gallery.put(entry);
    try {
      if (store.templates().byIds(List.of(entry.templateId())).isEmpty()) {
        gallery.remove(entry.templateId());
      }
    } catch (FacedeskException e) {
      // the enrollment is committed; the index catches up with the store at the next start
      LOG.warn("[{}] a template in the index could not be looked up again", e.correlationId(), e);
    }
  }

  private record Committed(long templateId, String userId, @Nullable Double similarity) {}

  private Committed commit(
      Store tx,
      SessionRecord session,
      ClientRecord client,
      UUID user,
      Capture.Captured captured,
      @Nullable Confirmation confirmation,
      Instant now) {
    Outcome.Summary summary = captured.summary();
    UUID enrollment = Objects.requireNonNull(session.enrollment());
    if (!tx.sessions()
        .move(session.id(), SessionStatus.COMPLETED, summary.frames(), now, "enrolled")) {
      throw new FacedeskException(ErrorCode.SESSION_STATE, "the session is over");
    }
    tx.sessions().saw(session.id(), summary.seen());
    UserRecord person =
        tx.users()
            .byId(user)
            .orElseThrow(
                () -> new FacedeskException(ErrorCode.USER_NOT_FOUND, "the user was deleted"));
    long id =
        tx.templates()
            .replace(
                new TemplateRecord(
                    0,
                    client.id(),
                    user,
                    client.gallery(),
                    enrollment,
                    captured.probe().modelId(),
                    captured.probe().samples(),
                    tx.seal()
                        .seal(
                            SessionDecisions.sealContext(user),
                            SessionDecisions.bytes(captured.probe().vector())),
                    now));
    EnrollmentRecord pending =
        tx.enrollments()
            .byId(client.id(), enrollment)
            .orElseThrow(
                () -> new FacedeskException(ErrorCode.NOT_FOUND, "the enrollment was deleted"));
    tx.enrollments()
        .update(
            new EnrollmentRecord(
                enrollment,
                client.id(),
                user,
                session.id(),
                "completed",
                captured.quality(),
                summary.frames(),
                summary.liveness().blinks(),
                summary.liveness().motionEvents(),
                pending.source(),
                pending.createdAt(),
                now));
    tx.users().enrolled(user, now);
    if (confirmation != null) {
      note(tx, session, user, confirmation, now);
    }
    Double similarity = similarityWithOldPhoto(tx, user, captured.probe());
    tx.pictures().similarity(user, Picture.Kind.OLD_PROFILE_PHOTO, similarity);
    SessionDecisions.audit(
        tx,
        session,
        AuditAction.ENROLLMENT_COMPLETED,
        pending.source(),
        confirmation == null ? "client:" + client.id() : confirmation.operator());
    return new Committed(id, person.externalId(), similarity);
  }

  private static void note(
      Store tx, SessionRecord session, UUID user, Confirmation confirmation, Instant now) {
    Picture photo = confirmation.oldPhoto();
    if (photo != null) {
      tx.pictures().put(session.client(), user, photo, now);
    }
    UnaryOperator<String> profile = confirmation.profile();
    if (profile != null) {
      tx.users().byId(user).ifPresent(person -> described(tx, person, profile, confirmation));
    }
    Ruling ruling = confirmation.ruling();
    if (ruling == null) {
      return;
    }
    UUID enrollment = Objects.requireNonNull(session.enrollment());
    for (UUID other : confirmation.others()) {
      DeskNotes.decided(
          tx, session.client(), enrollment, Verdict.DIFFERENT_PERSON, other, ruling, now);
    }
    if (confirmation.changedFace()) {
      DeskNotes.decided(tx, session.client(), enrollment, Verdict.CHANGED_FACE, null, ruling, now);
    }
  }

  /** The person's row is held since their template was replaced: nobody else writes it now. */
  private static void described(
      Store tx, UserRecord person, UnaryOperator<String> profile, Confirmation confirmation) {
    String changed = profile.apply(person.profile());
    if (changed.equals(person.profile())) {
      return;
    }
    tx.users().update(person.withProfile(changed));
    tx.audit()
        .append(
            new AuditEvent(
                AuditAction.PERSON_CHANGED,
                confirmation.operator(),
                person.client(),
                person.id().toString(),
                null,
                Map.of()));
  }

  /** Null without an old photo, or with one that another model looked at. */
  private @Nullable Double similarityWithOldPhoto(Store tx, UUID user, Template probe) {
    return tx.pictures()
        .find(user, Picture.Kind.OLD_PROFILE_PHOTO)
        .map(Picture::reference)
        .filter(reference -> reference.modelId().equals(probe.modelId()))
        .map(reference ->
            matcher.similarity(
                new Template(reference.modelId(), 1, SessionDecisions.vector(reference.vector())),
                probe))
        .orElse(null);
  }
}
