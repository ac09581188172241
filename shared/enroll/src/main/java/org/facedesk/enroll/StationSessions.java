package org.facedesk.enroll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.facedesk.core.CorrelationId;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.engine.liveness.Liveness;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.Seen;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;

/** The station's sessions: records in the store, the open ones in memory. */
public final class StationSessions implements SessionService, LiveSessions {
  private static final int SWEEP_BATCH = 500;
  private static final int MOST_IN_SIGHT = 500;

  private final Store store;
  private final FaceAnalyzer analyzer;
  private final FrameDecoder decoder;
  private final Supplier<? extends Liveness> newLiveness;
  private final SampleJudge judge;
  private final Supplier<CapturePolicy> policy;
  private final SessionDecisions decisions;
  private final SessionOpening opening;
  private final Supplier<Duration> retention;
  private final Releases releases;
  private final InstantSource clock;
  private final AttemptGuard attempts;
  private final Map<UUID, OpenSession> held = new ConcurrentHashMap<>();

  /** For a policy and a retention that stay as they are. */
  public StationSessions(
      Store store,
      FaceAnalyzer analyzer,
      FrameDecoder decoder,
      Supplier<? extends Liveness> newLiveness,
      SampleJudge judge,
      CapturePolicy policy,
      SessionDecisions decisions,
      Duration retention,
      InstantSource clock) {
    this(
        store,
        analyzer,
        decoder,
        newLiveness,
        judge,
        () -> policy,
        decisions,
        () -> retention,
        clock);
  }

  /**
   * @param policy the one in force; a session keeps to the end what it began with
   * @param retention how long a session that is over is remembered
   */
  public StationSessions(
      Store store,
      FaceAnalyzer analyzer,
      FrameDecoder decoder,
      Supplier<? extends Liveness> newLiveness,
      SampleJudge judge,
      Supplier<CapturePolicy> policy,
      SessionDecisions decisions,
      Supplier<Duration> retention,
      InstantSource clock) {
    this.store = store;
    this.analyzer = analyzer;
    this.decoder = decoder;
    this.newLiveness = newLiveness;
    this.judge = judge;
    this.policy = policy;
    this.decisions = decisions;
    this.opening = new SessionOpening(store, policy, clock);
    this.retention = retention;
    this.clock = clock;
    this.attempts = new AttemptGuard(policy, clock);
    this.releases = new Releases(store, clock);
  }

  /**
   * Lets sessions that a crash left in work be opened again, and cancels those of the desk, whose
   * pictures are gone. Only for a station that has its store to itself; with a shared store they
   * may be another station's.
   */
  public void recover() {
    Duration longest = policy.get().sessionLifetime().plus(CapturePolicy.REVIEW_TIME);
    for (UUID id : store.sessions().overdue(clock.instant().plus(longest), Integer.MAX_VALUE)) {
      store.sessions().byId(id).ifPresent(this::recover);
    }
  }

  private void recover(SessionRecord session) {
    if (SessionOptions.reviewed(session.options())) {
      // what was captured went with the process: nobody can confirm it any more
      decisions.endWithoutResult(
          session,
          SessionStatus.CANCELLED,
          new Shown(session.frames(), null),
          Outcome.Reason.CANCELLED);
    } else if (session.status() == SessionStatus.PROCESSING) {
      store
          .sessions()
          .move(session.id(), SessionStatus.DISCONNECTED, frames(session), clock.instant(), null);
    }
  }

  @Override
  public SessionTicket createEnrollment(ClientRecord client, EnrollmentRequest request) {
    makeRoom(client);
    return opening.enrollment(client, request);
  }

  @Override
  public SessionTicket createAuthentication(ClientRecord client, AuthenticationRequest request) {
    makeRoom(client);
    return opening.authentication(client, request, analyzer.modelId());
  }

  @Override
  public LiveSession open(String token) {
    SessionRecord found = byToken(token);
    if (releases.makeUp(found.id())) {
      found = byToken(token);
    }
    if (found.status().terminal()) {
      throw over(found);
    }
    if (!clock.instant().isBefore(found.expiresAt())) {
      expire(found);
      throw new FacedeskException(ErrorCode.SESSION_EXPIRED, "the session's time is up");
    }
    attempts.require(store, found);
    boolean mine =
        store
            .sessions()
            .move(found.id(), SessionStatus.PROCESSING, found.frames(), clock.instant(), null);
    if (!mine) {
      throw over(byToken(token));
    }
    Requirements requirements = SessionOptions.read(found.options());
    CapturePolicy now = policy.get();
    CaptureSession capture =
        new CaptureSession(
            analyzer, newLiveness, judge, requirements, CaptureLimits.of(now), found.frames());
    OpenSession session =
        new OpenSession(found, requirements, now, capture, decoder, new Ending(), clock);
    held.put(found.id(), session);
    return session;
  }

  @Override
  public Optional<UUID> owner(String token) {
    return store
        .sessions()
        .byTokenLookup(store.seal().lookup(SessionOpening.TOKEN_PURPOSE, token))
        .map(SessionRecord::client);
  }

  @Override
  public SessionView view(ClientRecord client, String token) {
    SessionRecord session = own(client, token);
    // whom a search found is told to a strict client under seal alone
    boolean sealed = client.strict() && session.type() == SessionType.IDENTIFICATION;
    return view(session, !sealed);
  }

  @Override
  public SessionView cancel(ClientRecord client, String token) {
    SessionRecord session = own(client, token);
    boolean mine = decisions.withdrawn(session, shown(session));
    letGo(session.id(), mine);
    if (!mine) {
      throw over(own(client, token));
    }
    return view(client, token);
  }

  private void letGo(UUID session, boolean ended) {
    OpenSession open = ended ? held.remove(session) : null;
    if (open != null) {
      open.ended();
    }
  }

  /**
   * What a session was shown is known to its holder alone until it lets go. Where that one is gone
   * with a crash, or is another station, somebody who was to be authenticated counts as seen: else
   * a crash would make failures undone.
   */
  private int frames(SessionRecord session) {
    OpenSession open = held.get(session.id());
    if (open != null) {
      return open.frames();
    }
    boolean seen =
        session.status() == SessionStatus.PROCESSING && session.type() != SessionType.ENROLLMENT;
    return seen ? Math.max(1, session.frames()) : session.frames();
  }

  private Shown shown(SessionRecord session) {
    OpenSession open = held.get(session.id());
    return open == null
        ? new Shown(frames(session), null)
        : new Shown(open.frames(), open.capture().summary().seen());
  }

  @Override
  public List<InSight> live() {
    return store.sessions().running(MOST_IN_SIGHT).stream().map(this::inSight).toList();
  }

  private InSight inSight(SessionRecord session) {
    OpenSession open = held.get(session.id());
    long left = Duration.between(clock.instant(), session.expiresAt()).toMillis();
    return new InSight(
        view(session, true),
        session.client(),
        open == null ? 0 : open.framesPerSecond(),
        open == null ? null : open.guidance(),
        open == null ? Math.max(0, left) : open.remainingMillis());
  }

  @Override
  public boolean end(UUID session) {
    return store.sessions().byId(session).map(this::endedFromOutside).orElse(false);
  }

  private boolean endedFromOutside(SessionRecord session) {
    boolean mine =
        decisions.endWithoutResult(
            session, SessionStatus.CANCELLED, shown(session), Outcome.Reason.CANCELLED);
    letGo(session.id(), mine);
    return mine;
  }

  @Override
  public void followStore() {
    Set<UUID> ids = Set.copyOf(held.keySet());
    Set<UUID> running = store.sessions().running(ids);
    for (UUID id : ids) {
      OpenSession open = running.contains(id) ? null : held.remove(id);
      if (open != null) {
        open.ended();
      }
    }
  }

  /** Without a request's correlation id each sweep has its own. */
  @Override
  public void sweep() {
    CorrelationId.during(CorrelationId.currentOrNext(), this::tidyUp);
  }

  private void tidyUp() {
    followStore();
    releases.catchUp(held::containsKey);
    Instant now = clock.instant();
    for (UUID id : store.sessions().overdue(now, SWEEP_BATCH)) {
      // a held session is ended by its holder, who can still tell the client
      if (!held.containsKey(id)) {
        store.sessions().byId(id).ifPresent(this::expire);
      }
    }
    Instant oldest = now.minus(retention.get());
    store.sessions().deleteEndedBefore(oldest);
    store.attempts().deleteBefore(oldest);
  }

  @Override
  public int open() {
    return store.sessions().open();
  }

  /** What is overdue makes room; whether there is any is asked where the session is written. */
  private void makeRoom(ClientRecord client) {
    if (store.sessions().open(client.id()) >= opening.most(client)) {
      sweep();
    }
  }

  private void expire(SessionRecord session) {
    decisions.endWithoutResult(
        session, SessionStatus.EXPIRED, shown(session), Outcome.Reason.EXPIRED);
  }

  private SessionRecord byToken(String token) {
    return store
        .sessions()
        .byTokenLookup(store.seal().lookup(SessionOpening.TOKEN_PURPOSE, token))
        .orElseThrow(StationSessions::unknown);
  }

  private SessionRecord own(ClientRecord client, String token) {
    SessionRecord session = byToken(token);
    if (!session.client().equals(client.id())) {
      throw unknown();
    }
    return session;
  }

  private static FacedeskException unknown() {
    return new FacedeskException(ErrorCode.SESSION_NOT_FOUND, "there is no such session");
  }

  private static FacedeskException over(SessionRecord session) {
    if (session.status() == SessionStatus.EXPIRED) {
      return new FacedeskException(ErrorCode.SESSION_EXPIRED, "the session's time is up");
    }
    return new FacedeskException(
        ErrorCode.SESSION_STATE, "the session is " + session.status().wireName());
  }

  private SessionView view(SessionRecord session, boolean named) {
    OpenSession open = held.get(session.id());
    Seen seen = open == null ? seen(session) : open.capture().summary().seen();
    UserRecord person =
        Optional.ofNullable(named ? session.user() : null)
            .flatMap(user -> store.users().byId(user))
            .orElse(null);
    return new SessionView(
        session.id(),
        session.type(),
        session.status(),
        session.enrollment(),
        person == null ? null : person.externalId(),
        person == null ? null : otherClient(session, person),
        open == null ? session.frames() : open.frames(),
        seen.samples(),
        seen.blinks(),
        seen.motionEvents(),
        seen.livenessVerified(),
        session.createdAt(),
        session.expiresAt(),
        session.endedAt(),
        session.reason());
  }

  private @Nullable String otherClient(SessionRecord session, UserRecord person) {
    return person.client().equals(session.client())
        ? null
        : store.clients().byId(person.client()).map(ClientRecord::clientId).orElse(null);
  }

  /**
   * What a session saw that nobody holds. One that ended before this was kept has shown a live
   * person if it was completed and had to; of anything else nothing is claimed.
   */
  private static Seen seen(SessionRecord session) {
    if (session.seen() != null) {
      return session.seen();
    }
    boolean alive =
        session.status() == SessionStatus.COMPLETED
            && SessionOptions.read(session.options()).asksForLife();
    return new Seen(0, 0, 0, alive);
  }

  private final class Ending implements OpenSession.SessionEnding {
    @Override
    public Outcome captured(SessionRecord record, Capture.Captured captured) {
      Outcome outcome = decisions.captured(record, captured);
      held.remove(record.id());
      return outcome;
    }

    @Override
    public Review review(
        SessionRecord record, Capture.Captured captured, @Nullable Picture oldPhoto) {
      return decisions.review(record, captured, oldPhoto);
    }

    @Override
    public Outcome confirmed(
        SessionRecord record, Capture.Captured captured, Confirmation confirmation) {
      Outcome outcome = decisions.confirmed(record, captured, confirmation);
      held.remove(record.id());
      return outcome;
    }

    @Override
    public Outcome refused(
        SessionRecord record,
        Capture.Captured captured,
        String operator,
        Ruling ruling,
        UUID other) {
      Outcome outcome = decisions.refused(record, captured, operator, ruling, other);
      held.remove(record.id());
      return outcome;
    }

    @Override
    public Outcome gaveUp(SessionRecord record, Outcome.Summary summary, Outcome.Reason reason) {
      Outcome outcome = decisions.gaveUp(record, summary, reason);
      held.remove(record.id());
      return outcome;
    }

    @Override
    public void released(SessionRecord record, int frames) {
      held.remove(record.id());
      releases.letGo(record.id(), frames);
    }
  }
}
