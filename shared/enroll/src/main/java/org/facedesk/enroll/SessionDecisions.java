package org.facedesk.enroll;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.engine.Template;
import org.facedesk.enroll.Outcome.Reason;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.Gallery;
import org.facedesk.store.AttemptRecord;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.DecisionRecord;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.facedesk.store.Store;
import org.facedesk.store.TemplateRecord;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a finished capture means, and writing it down. An outcome is returned only after its
 * transaction was committed; the index follows the store.
 */
public final class SessionDecisions {
  private final Store store;
  private final FaceMatcher matcher;
  private final EnrollmentCommit commit;
  private final EnrollmentReviews reviews;
  private final AttemptGuard attempts;
  private final InstantSource clock;

  /**
   * Two people with one face must not be enrolled side by side: search and commit are one step for
   * each group.
   */
  private final Map<UUID, ReentrantLock> enrolling = new ConcurrentHashMap<>();

  /** For a policy that stays as it is. */
  public SessionDecisions(
      Store store,
      Gallery gallery,
      FaceMatcher matcher,
      CapturePolicy policy,
      InstantSource clock) {
    this(store, gallery, matcher, () -> policy, clock);
  }

  /**
   * @param policy the one in force, asked for each decision
   */
  public SessionDecisions(
      Store store,
      Gallery gallery,
      FaceMatcher matcher,
      Supplier<CapturePolicy> policy,
      InstantSource clock) {
    this.store = store;
    this.commit = new EnrollmentCommit(store, gallery, matcher);
    this.reviews = new EnrollmentReviews(store, matcher, policy.get().sampleAgreement());
    this.matcher = matcher;
    this.attempts = new AttemptGuard(policy, clock);
    this.clock = clock;
  }

  /** Decides a capture that showed all that was asked for. */
  Outcome captured(SessionRecord session, Capture.Captured captured) {
    if (session.type() == SessionType.ENROLLMENT) {
      ClientRecord client = client(session);
      return aloneIn(client.gallery(), () -> enroll(session, client, captured));
    }
    return authenticate(session, client(session), captured);
  }

  private Outcome aloneIn(UUID group, Supplier<Outcome> work) {
    ReentrantLock lock = enrolling.computeIfAbsent(group, each -> new ReentrantLock());
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Ends a session that came to nothing. */
  Outcome gaveUp(SessionRecord session, Outcome.Summary summary, Reason reason) {
    SessionStatus status = reason == Reason.EXPIRED ? SessionStatus.EXPIRED : SessionStatus.FAILED;
    endWithoutResult(session, status, Shown.of(summary), reason);
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
  boolean endWithoutResult(
      SessionRecord session, SessionStatus status, Shown shown, Reason reason) {
    boolean left = status == SessionStatus.FAILED || status == SessionStatus.EXPIRED;
    return end(session, new End(status, shown, reason, actor(session), left));
  }

  /**
   * Ends a session that its own client takes back. Whoever was looked at by then counts as failed,
   * like someone who leaves before the verdict: else cancelling in time would make any number of
   * tries free. At the desk an operator stands by, and takes back what was begun by mistake.
   *
   * @return false if the session was over before
   */
  boolean withdrawn(SessionRecord session, Shown shown) {
    boolean attended = session.client().equals(Clients.DESK);
    return end(
        session,
        new End(SessionStatus.CANCELLED, shown, Reason.CANCELLED, actor(session), !attended));
  }

  private boolean end(SessionRecord session, End end) {
    return store.inTransaction(tx -> ended(tx, session, end) && forgotten(tx, session));
  }

  /**
   * @param counts whether someone who was to be authenticated, and was looked at, has failed by it
   */
  private record End(
      SessionStatus status, Shown shown, Reason reason, String actor, boolean counts) {}

  private boolean ended(Store tx, SessionRecord session, End end) {
    String word = wire(end.reason());
    if (SessionOptions.reviewed(session.options())) {
      tx.clients().hold(session.client()); // no session of this person begins meanwhile
    }
    int frames = end.shown().frames();
    if (!tx.sessions().move(session.id(), end.status(), frames, clock.instant(), word)) {
      return false;
    }
    if (end.shown().seen() != null) {
      tx.sessions().saw(session.id(), end.shown().seen());
    }
    if (session.enrollment() != null) {
      closeEnrollment(tx, session, end.status().wireName(), frames);
    } else if (end.counts() && frames > 0) {
      recordAttempt(tx, session, session.user(), word, null, null);
    }
    audit(tx, session, action(session, end.status()), word, end.actor());
    return true;
  }

  /** Whoever came to the desk to be enrolled, and was not, leaves nothing but the trail. */
  private static boolean forgotten(Store tx, SessionRecord session) {
    if (SessionOptions.reviewed(session.options()) && session.user() != null) {
      tx.users().forgetNewcomer(session.client(), session.user());
    }
    return true;
  }

  private Outcome enroll(SessionRecord session, ClientRecord client, Capture.Captured captured) {
    UUID user = Objects.requireNonNull(session.user());
    if (matcher.duplicate(client.gallery(), user, captured.probe())) {
      endWithoutResult(
          session, SessionStatus.FAILED, Shown.of(captured.summary()), Reason.DUPLICATE_FACE);
      return refusal(session, captured);
    }
    return commit.enroll(session, client, captured, null, clock.instant());
  }

  private static Outcome refusal(SessionRecord session, Capture.Captured captured) {
    return new Outcome.EnrollmentRefused(
        captured.summary(), Objects.requireNonNull(session.enrollment()), Reason.DUPLICATE_FACE);
  }

  /** What someone at the desk should know of a capture before it is enrolled. */
  Review review(SessionRecord session, Capture.Captured captured, @Nullable Picture oldPhoto) {
    return reviews.of(session, client(session), captured, oldPhoto);
  }

  /** Enrolls what someone at the desk has confirmed. */
  Outcome confirmed(SessionRecord session, Capture.Captured captured, Confirmation confirmation) {
    ClientRecord client = client(session);
    return aloneIn(
        client.gallery(),
        () -> {
          reviews.requireNothingAgainst(session, client, captured, confirmation);
          return commit.enroll(session, client, captured, confirmation, clock.instant());
        });
  }

  /** Refuses what was captured, because a supervisor knows whose face it is. */
  Outcome refused(
      SessionRecord session,
      Capture.Captured captured,
      String operator,
      Ruling ruling,
      UUID other) {
    UUID enrollment = Objects.requireNonNull(session.enrollment());
    End end =
        new End(
            SessionStatus.FAILED,
            Shown.of(captured.summary()),
            Reason.DUPLICATE_FACE,
            operator,
            false);
    boolean mine =
        store.inTransaction(tx ->
            ended(tx, session, end)
                && noted(tx, session, enrollment, ruling, other)
                && forgotten(tx, session));
    if (!mine) {
      throw new FacedeskException(ErrorCode.SESSION_STATE, "the session is over");
    }
    return refusal(session, captured);
  }

  private boolean noted(
      Store tx, SessionRecord session, UUID enrollment, Ruling ruling, UUID other) {
    DeskNotes.decided(
        tx,
        session.client(),
        enrollment,
        DecisionRecord.Verdict.SAME_PERSON,
        other,
        ruling,
        clock.instant());
    return true;
  }

  private Outcome authenticate(
      SessionRecord session, ClientRecord client, Capture.Captured captured) {
    FaceMatcher.Verdict verdict =
        session.user() == null
            ? matcher.identify(client.gallery(), captured.probe())
            : matcher.verify(session.user(), captured.probe());
    UserRecord person =
        verdict.subject() == null ? null : store.users().byId(verdict.subject()).orElse(null);
    boolean allowed = person != null && person.active() && person.faceAuthEnabled();
    Instant now = clock.instant();
    Optional<Reason> refusal =
        store.inTransaction(tx -> judged(tx, session, captured, verdict, allowed, now));
    return refusal.isEmpty() && person != null
        ? new Outcome.Authenticated(
            captured.summary(),
            person.id(),
            person.externalId(),
            otherClient(session, person),
            verdict.confidence(),
            now)
        : new Outcome.NotAuthenticated(
            captured.summary(), refusal.orElse(Reason.NO_MATCH), verdict.confidence());
  }

  private @Nullable String otherClient(SessionRecord session, UserRecord person) {
    return person.client().equals(session.client())
        ? null
        : store.clients().byId(person.client()).map(ClientRecord::clientId).orElse(null);
  }

  /** Writes the verdict down; empty if it stands, otherwise why the person is refused. */
  private Optional<Reason> judged(
      Store tx,
      SessionRecord session,
      Capture.Captured captured,
      FaceMatcher.Verdict verdict,
      boolean matched,
      Instant now) {
    // the session before the person, in the order in which an erasure locks them
    tx.sessions().hold(session.id());
    UUID claimed = session.user();
    Reason refusal = null;
    if (claimed != null && attempts.lockedUntil(tx, claimed).isPresent()) {
      refusal = Reason.USER_LOCKED; // other sessions failed while this one was looking
    } else if (!matched || !there(tx, claimed, verdict)) {
      refusal = claimed == null ? Reason.UNKNOWN_PERSON : Reason.NO_MATCH;
    }
    String word = refusal == null ? "authenticated" : wire(refusal);
    SessionStatus status = refusal == null ? SessionStatus.COMPLETED : SessionStatus.FAILED;
    if (!tx.sessions().move(session.id(), status, captured.summary().frames(), now, word)) {
      throw new FacedeskException(ErrorCode.SESSION_STATE, "the session is over");
    }
    tx.sessions().saw(session.id(), captured.summary().seen());
    if (claimed == null && refusal == null) {
      tx.sessions().found(session.id(), Objects.requireNonNull(verdict.subject()));
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
    audit(tx, session, action(session, status), word);
    return Optional.ofNullable(refusal);
  }

  /**
   * Whoever a search found may have been erased since. Held until the commit, they cannot be, and
   * an erasure that comes later knows of the session that names them.
   */
  private static boolean there(Store tx, @Nullable UUID claimed, FaceMatcher.Verdict verdict) {
    return claimed != null || tx.users().hold(Objects.requireNonNull(verdict.subject()));
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

  private static void audit(Store tx, SessionRecord session, AuditAction action, String outcome) {
    audit(tx, session, action, outcome, actor(session));
  }

  /** Whoever began it: at the desk an operator, elsewhere the client. */
  private static String actor(SessionRecord session) {
    String operator = SessionOptions.operator(session.options());
    return operator == null ? "client:" + session.client() : operator;
  }

  /**
   * @param actor who did it
   */
  static void audit(
      Store tx, SessionRecord session, AuditAction action, String outcome, String actor) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("type", session.type().wireName());
    details.put("outcome", outcome);
    tx.audit()
        .append(
            new AuditEvent(
                action, actor, session.client(), session.id().toString(), null, details));
  }

  private ClientRecord client(SessionRecord session) {
    return store
        .clients()
        .byId(session.client())
        .filter(ClientRecord::active)
        .orElseThrow(
            () -> new FacedeskException(ErrorCode.FORBIDDEN, "the API client was revoked"));
  }

  private static AuditAction action(SessionRecord session, SessionStatus end) {
    boolean enrollment = session.type() == SessionType.ENROLLMENT;
    return AuditAction.of((enrollment ? "enrollment." : "authentication.") + end.wireName());
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

  static float[] vector(byte[] bytes) {
    float[] vector = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }
}
