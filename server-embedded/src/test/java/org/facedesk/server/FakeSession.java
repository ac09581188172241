package org.facedesk.server;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.facedesk.core.CorrelationId;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.liveness.ChallengeState;
import org.facedesk.enroll.LiveSession;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Step;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.jspecify.annotations.Nullable;

/** One session that does as the test says. */
public final class FakeSession implements LiveSession {
  public final UUID id = UUID.randomUUID();
  public final UUID enrollmentId = UUID.randomUUID();
  public final UUID client;
  public final String token;
  public final SessionType type;
  public final Requirements requirements;
  public final Instant expiresAt = Instant.parse("2030-01-01T00:00:00Z");

  /** What was processed, in order. */
  public final List<byte[]> pictures = new CopyOnWriteArrayList<>();

  public final List<Optional<Long>> clientMillis = new CopyOnWriteArrayList<>();

  /** Each frame takes a permit; drain it to hold the analysis up. */
  public final Semaphore permits = new Semaphore(100_000);

  /** Opening takes a permit; drain it to make the station slow to open. */
  public final Semaphore opening = new Semaphore(100_000);

  public final AtomicInteger inWork = new AtomicInteger();
  public final Semaphore taken = new Semaphore(0);
  public final Semaphore released = new Semaphore(0);

  /** The correlation id under which it was let go or ran out. */
  public volatile @Nullable String endedUnder;

  public volatile Function<byte[], Step> script = picture -> Steps.feedback(this);
  public final List<Optional<String>> shownChallenges = new CopyOnWriteArrayList<>();
  public volatile @Nullable ChallengeState challenge;
  public volatile Admission admission = Admission.ADMITTED;
  public volatile long remainingMillis = 300_000;
  public volatile @Nullable Outcome whenDue;
  public volatile SessionStatus status = SessionStatus.ACTIVE;
  private boolean held;

  FakeSession(UUID client, String token, SessionType type, Requirements requirements) {
    this.client = client;
    this.token = token;
    this.type = type;
    this.requirements = requirements;
  }

  LiveSession open() {
    opening.acquireUninterruptibly();
    return hold();
  }

  private synchronized LiveSession hold() {
    if (status == SessionStatus.EXPIRED) {
      throw new FacedeskException(ErrorCode.SESSION_EXPIRED, "the session's time is up");
    }
    if (held || status.terminal()) {
      throw new FacedeskException(ErrorCode.SESSION_STATE, "the session is " + status.wireName());
    }
    held = true;
    status = SessionStatus.PROCESSING;
    return this;
  }

  synchronized void cancel() {
    if (status.terminal()) {
      throw new FacedeskException(ErrorCode.SESSION_STATE, "the session is " + status.wireName());
    }
    status = SessionStatus.CANCELLED;
  }

  @Override
  public SessionType type() {
    return type;
  }

  @Override
  public Requirements requirements() {
    return requirements;
  }

  @Override
  public long remainingMillis() {
    return remainingMillis;
  }

  @Override
  public int frames() {
    return pictures.size();
  }

  @Override
  public boolean over() {
    return status.terminal();
  }

  @Override
  public Admission admit() {
    return status.terminal() ? Admission.SESSION_OVER : admission;
  }

  @Override
  public Step process(byte[] encoded, long arrivalMillis, @Nullable Long clientsMillis) {
    if (inWork.incrementAndGet() > 1) {
      throw new IllegalStateException("two frames of one session at once");
    }
    taken.release();
    permits.acquireUninterruptibly();
    try {
      clientMillis.add(Optional.ofNullable(clientsMillis));
      pictures.add(encoded);
      Step step = script.apply(encoded);
      if (step instanceof Outcome) {
        status = SessionStatus.COMPLETED;
      }
      return step;
    } finally {
      inWork.decrementAndGet();
    }
  }

  @Override
  public Step process(
      byte[] encoded,
      long arrivalMillis,
      @Nullable Long clientsMillis,
      @Nullable String shownChallenge) {
    shownChallenges.add(Optional.ofNullable(shownChallenge));
    return process(encoded, arrivalMillis, clientsMillis);
  }

  @Override
  public @Nullable ChallengeState challenge() {
    return challenge;
  }

  @Override
  public Step process(Frame frame) {
    throw new UnsupportedOperationException("the server has no camera");
  }

  @Override
  public Optional<Outcome> expireIfDue() {
    Outcome outcome = whenDue;
    if (outcome == null || status.terminal()) {
      return Optional.empty();
    }
    status = SessionStatus.FAILED;
    endedUnder = CorrelationId.current();
    return Optional.of(outcome);
  }

  @Override
  public synchronized void close() {
    held = false;
    endedUnder = CorrelationId.current();
    if (!status.terminal()) {
      status = SessionStatus.DISCONNECTED;
    }
    released.release();
  }
}
