package org.facedesk.enroll;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.SecureTokens;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.enroll.policy.Requirements.LivenessRule;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;

/** Checks a request against the policy and writes the new session down. */
final class SessionOpening {
  static final String TOKEN_PURPOSE = "session-token";

  private static final Set<String> CHANNELS = Set.of("webcam", "mobile", "api");
  private static final int MAX_REQUIRED = 10;
  private static final int MOST_ATTEMPTS = 3;

  private final Store store;
  private final Supplier<CapturePolicy> live;
  private final InstantSource clock;
  private final AttemptGuard attempts;

  SessionOpening(Store store, Supplier<CapturePolicy> policy, InstantSource clock) {
    this.store = store;
    this.live = policy;
    this.clock = clock;
    this.attempts = new AttemptGuard(policy, clock);
  }

  SessionTicket enrollment(ClientRecord client, EnrollmentRequest request) {
    String userId = validUserId(request.userId());
    checkChannel(request.channel());
    if (request.desk() != null && !client.builtIn()) {
      throw new FacedeskException(ErrorCode.FORBIDDEN, "only the desk may enroll on such terms");
    }
    Requirements asked = exempted(asked(request), request.desk());
    for (int attempt = 1; ; attempt++) {
      try {
        return enrollment(client, userId, request, asked);
      } catch (FacedeskException e) {
        // two sessions made the same person at once, or someone erased them in between
        boolean raced = e.code() == ErrorCode.USER_EXISTS || e.code() == ErrorCode.USER_NOT_FOUND;
        if (!raced || attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Requirements asked(EnrollmentRequest request) {
    CapturePolicy policy = live.get();
    return new Requirements(
        within(
            "target_samples",
            request.targetSamples(),
            policy.targetSamples(),
            CapturePolicy.MAX_TARGET_SAMPLES),
        1,
        within("required_blinks", request.requiredBlinks(), policy.requiredBlinks(), MAX_REQUIRED),
        within(
            "required_motion_events",
            request.requiredMotionEvents(),
            policy.requiredMotionEvents(),
            MAX_REQUIRED),
        LivenessRule.BLINK_AND_MOTION,
        request.challenge());
  }

  /** A challenge asks for turns of the head, so it goes with them. */
  private static Requirements exempted(Requirements asked, @Nullable DeskTerms desk) {
    boolean noBlink = desk != null && desk.exempts(DeskTerms.Proof.BLINK);
    boolean noTurn = desk != null && desk.exempts(DeskTerms.Proof.TURN);
    return new Requirements(
        asked.samples(),
        asked.minFrames(),
        noBlink ? 0 : asked.blinks(),
        noTurn ? 0 : asked.motionEvents(),
        asked.rule(),
        asked.challenge() && !noTurn);
  }

  private SessionTicket enrollment(
      ClientRecord client, String userId, EnrollmentRequest request, Requirements asked) {
    UUID enrollment = UUID.randomUUID();
    return store.inTransaction(tx -> {
      requireRoom(tx, client);
      UserRecord user =
          tx.users()
              .byExternalId(client.id(), userId)
              .orElseGet(() -> newUser(tx, client, userId, request.desk()));
      SessionTicket ticket =
          write(
              tx,
              client,
              SessionType.ENROLLMENT,
              user.id(),
              enrollment,
              Origin.of(request),
              asked,
              false);
      tx.enrollments()
          .insert(
              new EnrollmentRecord(
                  enrollment,
                  client.id(),
                  user.id(),
                  ticket.sessionId(),
                  "pending",
                  null,
                  0,
                  0,
                  0,
                  request.source(),
                  clock.instant(),
                  null));
      if (request.desk() != null) {
        DeskNotes.opened(tx, client, user.id(), enrollment, request.desk(), clock.instant());
      }
      return ticket;
    });
  }

  SessionTicket authentication(ClientRecord client, AuthenticationRequest request, String modelId) {
    checkChannel(request.channel());
    if (request.operator() != null && !client.builtIn()) {
      throw new FacedeskException(ErrorCode.FORBIDDEN, "only the desk has operators");
    }
    UUID user = request.userId() == null ? null : enrolledUser(client, request.userId(), modelId);
    if (user == null) {
      attempts.requireSearch(store, client.id());
    } else {
      attempts.requireUnlocked(store, user);
    }
    CapturePolicy policy = live.get();
    boolean waived = !request.requireLiveness() && policy.livenessOptional();
    Requirements asked =
        new Requirements(
            policy.authenticationSamples(),
            within(
                "min_frames_required",
                request.minFrames(),
                policy.authenticationSamples(),
                policy.maxFrames()),
            within("required_blinks", request.requiredBlinks(), 1, MAX_REQUIRED),
            1,
            waived ? LivenessRule.NONE : LivenessRule.BLINK_OR_MOTION,
            request.challenge());
    SessionType type = user == null ? SessionType.IDENTIFICATION : SessionType.VERIFICATION;
    return store.inTransaction(tx -> {
      requireRoom(tx, client);
      return write(
          tx,
          client,
          type,
          user,
          null,
          new Origin(request.channel(), request.source(), request.operator(), false),
          asked,
          !request.requireLiveness() && !waived);
    });
  }

  /** How many sessions of a client may wait at a time. */
  int most(ClientRecord client) {
    Integer own = client.openSessions();
    return own == null ? live.get().openSessionsPerClient() : own;
  }

  /** Of requests that come at once, each counts the sessions of those before it. */
  private void requireRoom(Store tx, ClientRecord client) {
    tx.clients().hold(client.id());
    int most = most(client);
    if (tx.sessions().open(client.id()) >= most) {
      throw new FacedeskException(
          ErrorCode.TOO_MANY_SESSIONS, "%d sessions are waiting already".formatted(most));
    }
  }

  private UUID enrolledUser(ClientRecord client, String externalId, String modelId) {
    UserRecord user =
        store
            .users()
            .byExternalId(client.id(), validUserId(externalId))
            .orElseThrow(
                () -> new FacedeskException(ErrorCode.USER_NOT_FOUND, "there is no such user"));
    if (!user.active() || !user.faceAuthEnabled()) {
      throw new FacedeskException(
          ErrorCode.FORBIDDEN, "face authentication is switched off for this user");
    }
    boolean enrolled =
        store.templates().ofUser(user.id()).stream()
            .anyMatch(template -> template.modelId().equals(modelId));
    if (!enrolled) {
      throw new FacedeskException(ErrorCode.NOT_ENROLLED, "this user has no template");
    }
    return user.id();
  }

  /** The desk makes its people by enrolling them, whatever the policy says about remote clients. */
  private UserRecord newUser(
      Store tx, ClientRecord client, String userId, @Nullable DeskTerms desk) {
    if (live.get().knownUsersOnly() && !client.builtIn()) {
      throw new FacedeskException(
          ErrorCode.USER_NOT_REGISTERED, "there is no user of this id to enroll");
    }
    Instant now = clock.instant();
    UserRecord user =
        new UserRecord(
            UUID.randomUUID(), client.id(), userId, "{}", "{}", true, true, null, now, now);
    if (desk == null) {
      tx.users().insert(user);
    } else {
      tx.users().insertNewcomer(user);
    }
    return user;
  }

  /**
   * Where a session comes from.
   *
   * @param operator who began it at the desk; null for a remote client
   * @param reviewed whether someone there confirms what it captures
   */
  private record Origin(
      String channel, String source, @Nullable String operator, boolean reviewed) {
    static Origin of(EnrollmentRequest request) {
      DeskTerms desk = request.desk();
      return new Origin(
          request.channel(), request.source(), desk == null ? null : desk.operator(), desk != null);
    }

    String actor(ClientRecord client) {
      return operator == null ? "client:" + client.id() : operator;
    }
  }

  private SessionTicket write(
      Store tx,
      ClientRecord client,
      SessionType type,
      @Nullable UUID user,
      @Nullable UUID enrollment,
      Origin origin,
      Requirements asked,
      boolean livenessForced) {
    UUID id = UUID.randomUUID();
    String token = SecureTokens.next("sess_");
    Instant now = clock.instant();
    Instant expires = now.plus(live.get().sessionLifetime());
    if (origin.reviewed()) {
      expires = expires.plus(CapturePolicy.REVIEW_TIME);
    }
    tx.sessions()
        .insert(
            new SessionRecord(
                id,
                tx.seal().lookup(TOKEN_PURPOSE, token),
                client.id(),
                type,
                user,
                enrollment,
                origin.channel(),
                SessionOptions.write(asked, origin.reviewed(), origin.operator()),
                SessionStatus.ACTIVE,
                0,
                now,
                expires,
                null,
                null));
    tx.audit()
        .append(
            new AuditEvent(
                AuditAction.SESSION_CREATED,
                origin.actor(client),
                client.id(),
                id.toString(),
                null,
                Map.of("type", type.wireName(), "source", origin.source())));
    return new SessionTicket(
        id, token, type, enrollment, SessionStatus.ACTIVE, asked, expires, livenessForced);
  }

  private static String validUserId(String userId) {
    boolean valid =
        !userId.isBlank()
            && userId.codePointCount(0, userId.length()) <= 100
            && userId.codePoints().noneMatch(Character::isISOControl);
    if (!valid) {
      throw new FacedeskException(
          ErrorCode.INVALID_REQUEST, "user_id must have 1 to 100 characters, none of them control");
    }
    return userId;
  }

  private static void checkChannel(String channel) {
    if (!CHANNELS.contains(channel)) {
      throw new FacedeskException(
          ErrorCode.INVALID_REQUEST, "session_type must be webcam, mobile or api");
    }
  }

  /** What is asked for may be stricter than the policy, never weaker. */
  private static int within(String name, @Nullable Integer asked, int least, int most) {
    if (asked == null) {
      return least;
    }
    if (asked < 0 || asked > most) {
      throw new FacedeskException(
          ErrorCode.INVALID_REQUEST, "%s must be at most %d".formatted(name, most));
    }
    return Math.max(asked, least);
  }
}
