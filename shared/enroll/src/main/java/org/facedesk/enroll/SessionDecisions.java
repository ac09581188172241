package org.facedesk.enroll;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.engine.Template;
import org.facedesk.enroll.Outcome.Reason;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.Gallery;
import org.facedesk.gallery.GalleryEntry;
import org.facedesk.store.AttemptRecord;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.facedesk.store.Store;
import org.facedesk.store.TemplateRecord;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a finished capture means, and writing it down. An outcome is returned only after its
 * transaction was committed; the index follows the store.
 */
public final class SessionDecisions {
  private static final Logger LOG = LoggerFactory.getLogger(SessionDecisions.class);

  private final Store store;
  private final Gallery gallery;
  private final FaceMatcher matcher;
  private final AttemptGuard attempts;
  private final InstantSource clock;

  /**
   * Two people with one face must not be enrolled side by side: search and commit are one step for
   * each group.
   */
  private final Map<UUID, ReentrantLock> enrolling = new ConcurrentHashMap<>();

  public SessionDecisions(
      Store store,
      Gallery gallery,
      FaceMatcher matcher,
      CapturePolicy policy,
      InstantSource clock) {
    this.store = store;
    this.gallery = gallery;
    this.matcher = matcher;
    this.attempts = new AttemptGuard(policy, clock);
    this.clock = clock;
  }

  /** Decides a capture that showed all that was asked for. */
  Outcome captured(SessionRecord session, Capture.Captured captured) {
    if (session.type() == SessionType.ENROLLMENT) {
      ClientRecord client = client(session);
      ReentrantLock lock =
          enrolling.computeIfAbsent(client.gallery(), group -> new ReentrantLock());
      lock.lock();
      try {
        return enroll(session, client, captured);
      } finally {
        lock.unlock();
      }
    }
    return authenticate(session, client(session), captured);
  }

  /** Ends a session that came to nothing. */
  Outcome gaveUp(SessionRecord session, Outcome.Summary summary, Reason reason) {
    SessionStatus status = reason == Reason.EXPIRED ? SessionStatus.EXPIRED : SessionStatus.FAILED;
    endWithoutResult(session, status, summary.frames(), reason);
    if (session.type() == SessionType.ENROLLMENT) {
      return new Outcome.EnrollmentRefused(
          summary, Objects.requireNonNull(session.enrollment()), reason);
    }
    return reason == Reason.REPLAY_DETECTED || reason == Reason.CHALLENGE_FAILED
        ? new Outcome.NotAuthenticated(summary, reason)
        : new Outcome.AuthenticationTimedOut(summary, reason);
  }

  /**
   * @return false if the session was over before
   */
  boolean endWithoutResult(SessionRecord session, SessionStatus status, int frames, Reason reason) {
    return store.inTransaction(tx -> {
      if (!tx.sessions().move(session.id(), status, frames, clock.instant(), wire(reason))) {
        return false;
      }
      if (session.enrollment() != null) {
        closeEnrollment(tx, session, status.wireName(), frames);
      } else if (status == SessionStatus.FAILED && frames > 0) {
        recordAttempt(tx, session, session.user(), wire(reason), null, null);
      }
      audit(tx, session, verb(session) + "." + status.wireName(), wire(reason));
      return true;
    });
  }

  private Outcome enroll(SessionRecord session, ClientRecord client, Capture.Captured captured) {
    UUID user = Objects.requireNonNull(session.user());
    UUID enrollment = Objects.requireNonNull(session.enrollment());
    if (matcher.duplicate(client.gallery(), user, captured.probe())) {
      endWithoutResult(
          session, SessionStatus.FAILED, captured.summary().frames(), Reason.DUPLICATE_FACE);
      return new Outcome.EnrollmentRefused(captured.summary(), enrollment, Reason.DUPLICATE_FACE);
    }
    Instant now = clock.instant();
    List<Long> before =
        store.templates().ofUser(user).stream()
            .filter(template -> template.modelId().equals(captured.probe().modelId()))
            .map(TemplateRecord::id)
            .toList();
    Committed committed =
        store.inTransaction(tx -> commit(tx, session, client, user, captured, now));
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
      Instant now) {
    Outcome.Summary summary = captured.summary();
    UUID enrollment = Objects.requireNonNull(session.enrollment());
    if (!tx.sessions()
        .move(session.id(), SessionStatus.COMPLETED, summary.frames(), now, "enrolled")) {
      throw new FacedeskException(ErrorCode.SESSION_STATE, "the session is over");
    }
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
                    tx.seal().seal(sealContext(user), bytes(captured.probe().vector())),
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
    Double similarity = similarityWithOldPhoto(tx, user, captured.probe());
    tx.pictures().similarity(user, Picture.Kind.OLD_PROFILE_PHOTO, similarity);
    audit(tx, session, "enrollment.completed", pending.source());
    return new Committed(id, person.externalId(), similarity);
  }

  /** Null without an old photo, or with one that another model looked at. */
  private @Nullable Double similarityWithOldPhoto(Store tx, UUID user, Template probe) {
    return tx.pictures()
        .find(user, Picture.Kind.OLD_PROFILE_PHOTO)
        .map(Picture::reference)
        .filter(reference -> reference.modelId().equals(probe.modelId()))
        .map(reference ->
            matcher.similarity(
                new Template(reference.modelId(), 1, vector(reference.vector())), probe))
        .orElse(null);
  }

  private Outcome authenticate(
      SessionRecord session, ClientRecord client, Capture.Captured captured) {
    FaceMatcher.Verdict verdict =
        session.user() == null
            ? matcher.identify(client.gallery(), captured.probe())
            : matcher.verify(session.user(), captured.probe());
    UserRecord person =
        verdict.subject() == null ? null : store.users().byId(verdict.subject()).orElse(null);
    String userId =
        person != null && person.active() && person.faceAuthEnabled() ? person.externalId() : null;
    Instant now = clock.instant();
    Optional<Reason> refusal =
        store.inTransaction(tx -> judged(tx, session, captured, verdict, userId != null, now));
    return refusal.isEmpty() && userId != null
        ? new Outcome.Authenticated(captured.summary(), userId, verdict.confidence(), now)
        : new Outcome.NotAuthenticated(captured.summary(), refusal.orElse(Reason.NO_MATCH));
  }

  /** Writes the verdict down; empty if it stands, otherwise why the person is refused. */
  private Optional<Reason> judged(
      Store tx,
      SessionRecord session,
      Capture.Captured captured,
      FaceMatcher.Verdict verdict,
      boolean matched,
      Instant now) {
    UUID claimed = session.user();
    Reason refusal = null;
    if (claimed != null && attempts.lockedUntil(tx, claimed).isPresent()) {
      refusal = Reason.USER_LOCKED; // other sessions failed while this one was looking
    } else if (!matched) {
      refusal = claimed == null ? Reason.UNKNOWN_PERSON : Reason.NO_MATCH;
    }
    String word = refusal == null ? "authenticated" : wire(refusal);
    SessionStatus status = refusal == null ? SessionStatus.COMPLETED : SessionStatus.FAILED;
    if (!tx.sessions().move(session.id(), status, captured.summary().frames(), now, word)) {
      throw new FacedeskException(ErrorCode.SESSION_STATE, "the session is over");
    }
    if (refusal != Reason.USER_LOCKED) {
      recordAttempt(
          tx,
          session,
          refusal == null ? verdict.subject() : claimed,
          word,
          verdict.distance(),
          verdict.confidence());
    }
    audit(tx, session, "authentication." + status.wireName(), word);
    return Optional.ofNullable(refusal);
  }

  private void recordAttempt(
      Store tx,
      SessionRecord session,
      @Nullable UUID user,
      String outcome,
      @Nullable Double distance,
      @Nullable Double confidence) {
    tx.attempts()
        .insert(
            new AttemptRecord(
                UUID.randomUUID(),
                session.client(),
                session.id(),
                session.type(),
                user,
                outcome,
                distance,
                confidence,
                clock.instant()));
  }

  private static void closeEnrollment(Store tx, SessionRecord session, String status, int frames) {
    tx.enrollments()
        .byId(session.client(), Objects.requireNonNull(session.enrollment()))
        .ifPresent(pending ->
            tx.enrollments()
                .update(
                    new EnrollmentRecord(
                        pending.id(),
                        pending.client(),
                        pending.user(),
                        pending.session(),
                        status,
                        pending.quality(),
                        frames,
                        pending.blinks(),
                        pending.motionEvents(),
                        pending.source(),
                        pending.createdAt(),
                        null)));
  }

  private static void audit(Store tx, SessionRecord session, String action, String outcome) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("type", session.type().wireName());
    details.put("outcome", outcome);
    tx.audit()
        .append(
            new AuditEvent(
                action,
                "client:" + session.client(),
                session.client(),
                session.id().toString(),
                null,
                details));
  }

  private ClientRecord client(SessionRecord session) {
    return store
        .clients()
        .byId(session.client())
        .filter(ClientRecord::active)
        .orElseThrow(
            () -> new FacedeskException(ErrorCode.FORBIDDEN, "the API client was revoked"));
  }

  private static String verb(SessionRecord session) {
    return session.type() == SessionType.ENROLLMENT ? "enrollment" : "authentication";
  }

  private static String wire(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  /** The context a person's templates are sealed in. */
  public static String sealContext(UUID user) {
    return "template:" + user;
  }

  static byte[] bytes(float[] vector) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(vector);
    return buffer.array();
  }

  /** Reads what a template record holds, once opened. */
  public static Template template(TemplateRecord record, byte[] opened) {
    return new Template(record.modelId(), record.samples(), vector(opened));
  }

  private static float[] vector(byte[] bytes) {
    float[] vector = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }
}
