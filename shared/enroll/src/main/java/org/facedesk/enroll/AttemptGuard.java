package org.facedesk.enroll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.ThrottledException;
import org.facedesk.enroll.policy.AttemptPolicy;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionType;
import org.facedesk.store.Store;

/**
 * Pauses after too many failed attempts. They are counted in the store, so that neither a restart
 * nor another station starts anew.
 */
final class AttemptGuard {
  private final Supplier<CapturePolicy> policy;
  private final InstantSource clock;

  AttemptGuard(Supplier<CapturePolicy> policy, InstantSource clock) {
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Whether a person is locked. Inside a transaction the answer holds until the commit: of several
   * attempts at once, each knows of the failures of those before it.
   */
  Optional<Instant> lockedUntil(Store tx, UUID user) {
    Instant now = clock.instant();
    AttemptPolicy verification = policy.get().verificationAttempts();
    return verification.pausedUntil(
        tx.attempts()
            .failuresInARow(user, now.minus(verification.reach()), verification.failures()),
        now);
  }

  /**
   * @throws ThrottledException USER_LOCKED
   */
  void requireUnlocked(Store tx, UUID user) {
    lockedUntil(tx, user)
        .ifPresent(end -> {
          throw new ThrottledException(
              ErrorCode.USER_LOCKED,
              "Too many attempts for this user failed; there is a pause.",
              Duration.between(clock.instant(), end));
        });
  }

  /**
   * @throws ThrottledException RATE_LIMITED
   */
  void requireSearch(Store tx, UUID client) {
    Instant now = clock.instant();
    AttemptPolicy identification = policy.get().identificationAttempts();
    identification
        .pausedUntil(
            tx.attempts()
                .failedSearches(
                    client, now.minus(identification.reach()), identification.failures()),
            now)
        .ifPresent(end -> {
          throw new ThrottledException(
              ErrorCode.RATE_LIMITED,
              "Too many searches found nobody; there is a pause.",
              Duration.between(now, end));
        });
  }

  /**
   * Before a session is opened for frames.
   *
   * @throws ThrottledException USER_LOCKED, RATE_LIMITED
   */
  void require(Store tx, SessionRecord session) {
    UUID user = session.user();
    if (session.type() == SessionType.VERIFICATION && user != null) {
      requireUnlocked(tx, user);
    } else if (session.type() == SessionType.IDENTIFICATION) {
      requireSearch(tx, session.client());
    }
  }
}
