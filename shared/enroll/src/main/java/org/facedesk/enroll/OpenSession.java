package org.facedesk.enroll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.engine.liveness.ChallengeState;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.store.Picture;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionType;
import org.jspecify.annotations.Nullable;

/** A session while someone holds it. */
final class OpenSession implements LiveSession {
  /** Ten per cent of the interval are forgiven: networks and timers jitter. */
  private static final double JITTER = 0.9;

  private final SessionRecord record;
  private final Requirements requirements;
  private final CapturePolicy policy;
  private final CaptureSession capture;
  private final FrameDecoder decoder;
  private final SessionEnding ending;
  private final InstantSource clock;
  private final boolean reviewed;
  private final FrameTiming timing = new FrameTiming();
  private final ReentrantLock working = new ReentrantLock();

  private final FrameRate rate = new FrameRate();

  private volatile @Nullable Guidance guidance;
  private volatile boolean over;
  private volatile int frames;
  private volatile Instant end;
  private Capture.@Nullable Captured pending;
  private long lastAdmittedMillis;
  private boolean admittedAny;

  /** What happens when a session ends or is let go; the station's side of it. */
  interface SessionEnding {
    /** Decides and commits. */
    Outcome captured(SessionRecord record, Capture.Captured captured);

    /** Commits a failure. */
    Outcome gaveUp(SessionRecord record, Outcome.Summary summary, Outcome.Reason reason);

    /** What there is to know of a capture that waits. */
    Review review(SessionRecord record, Capture.Captured captured, @Nullable Picture oldPhoto);

    /** Commits what waits. */
    Outcome confirmed(SessionRecord record, Capture.Captured captured, Confirmation confirmation);

    /** Commits that what waits is refused. */
    Outcome refused(
        SessionRecord record,
        Capture.Captured captured,
        String operator,
        Ruling ruling,
        UUID other);

    /** The holder let go without an outcome. */
    void released(SessionRecord record, int frames);
  }

  OpenSession(
      SessionRecord record,
      Requirements requirements,
      CapturePolicy policy,
      CaptureSession capture,
      FrameDecoder decoder,
      SessionEnding ending,
      InstantSource clock) {
    this.record = record;
    this.requirements = requirements;
    this.policy = policy;
    this.capture = capture;
    this.decoder = decoder;
    this.ending = ending;
    this.clock = clock;
    this.frames = record.frames();
    this.reviewed = SessionOptions.reviewed(record.options());
    this.end = captureEnd();
  }

  /** When frames stop counting; what waits for a word by then has until the session expires. */
  private Instant captureEnd() {
    Instant now = clock.instant();
    Instant wanted =
        record.type() != SessionType.ENROLLMENT
            ? now.plus(policy.authenticationTimeout())
            : reviewed ? now.plus(policy.sessionLifetime()) : record.expiresAt();
    return wanted.isBefore(record.expiresAt()) ? wanted : record.expiresAt();
  }

  SessionRecord record() {
    return record;
  }

  CaptureSession capture() {
    return capture;
  }

  /** The last advice that was given; null before the first. */
  @Nullable Guidance guidance() {
    return guidance;
  }

  double framesPerSecond() {
    return rate.perSecond(clock.millis());
  }

  @Override
  public SessionType type() {
    return record.type();
  }

  @Override
  public Requirements requirements() {
    return requirements;
  }

  @Override
  public long remainingMillis() {
    return Math.max(0, Duration.between(clock.instant(), end).toMillis());
  }

  @Override
  public int frames() {
    return frames;
  }

  @Override
  public boolean over() {
    return over;
  }

  @Override
  public Admission admit() {
    return admit(System.nanoTime() / 1_000_000);
  }

  @Override
  public synchronized Admission admit(long arrivalMillis) {
    if (over) {
      return Admission.SESSION_OVER;
    }
    if (frames >= policy.maxFrames()) {
      return Admission.FRAMES_USED_UP;
    }
    double least = policy.frameInterval().toMillis() * JITTER;
    if (admittedAny && arrivalMillis - lastAdmittedMillis < least) {
      return Admission.TOO_FAST;
    }
    admittedAny = true;
    lastAdmittedMillis = arrivalMillis;
    return Admission.ADMITTED;
  }

  @Override
  public Step process(byte[] encoded, long arrivalMillis, @Nullable Long clientMillis) {
    return process(encoded, arrivalMillis, clientMillis, null);
  }

  @Override
  public Step process(
      byte[] encoded,
      long arrivalMillis,
      @Nullable Long clientMillis,
      @Nullable String shownChallenge) {
    return process(
        decoder.decode(encoded, timing.millis(arrivalMillis, clientMillis)), shownChallenge);
  }

  @Override
  public @Nullable ChallengeState challenge() {
    return capture.challenge();
  }

  @Override
  public Step process(Frame frame) {
    return process(frame, null);
  }

  private Step process(Frame frame, @Nullable String shownChallenge) {
    working.lock();
    try {
      if (over || pending != null) {
        throw new FacedeskException(ErrorCode.SESSION_STATE, "the session takes no frames now");
      }
      Optional<Outcome> late = expireIfDue();
      if (late.isPresent()) {
        return late.get();
      }
      Capture result = capture.accept(frame, shownChallenge);
      frames = capture.frames();
      rate.tick(clock.millis());
      return switch (result) {
        case Capture.Going going -> {
          guidance = going.feedback().guidance();
          yield going.feedback();
        }
        case Capture.Captured captured ->
            reviewed ? pend(captured) : end(ending.captured(record, captured));
        case Capture.GaveUp gaveUp -> end(ending.gaveUp(record, gaveUp.summary(), gaveUp.reason()));
      };
    } finally {
      working.unlock();
    }
  }

  @Override
  public Optional<Outcome> expireIfDue() {
    // a frame in work may be the one that completes the session; it is let finish
    if (over || clock.instant().isBefore(end) || !working.tryLock()) {
      return Optional.empty();
    }
    try {
      if (over || clock.instant().isBefore(end)) {
        return Optional.empty();
      }
      Outcome.Reason reason =
          record.type() == SessionType.ENROLLMENT || end.equals(record.expiresAt())
              ? Outcome.Reason.EXPIRED
              : Outcome.Reason.TIMEOUT;
      return Optional.of(end(ending.gaveUp(record, capture.summary(), reason)));
    } finally {
      working.unlock();
    }
  }

  /** Ended by someone else (cancelled, or swept). */
  void ended() {
    over = true; // what waits goes with the session object, nobody can reach it any more
  }

  @Override
  public void close() {
    working.lock();
    try {
      if (!over) {
        over = true;
        ending.released(record, frames);
      }
    } finally {
      working.unlock();
    }
  }

  private Pending pend(Capture.Captured captured) {
    pending = captured;
    end = record.expiresAt();
    return new Pending(captured.summary(), captured.samples(), captured.quality());
  }

  @Override
  public Review review(@Nullable Picture oldPhoto) {
    return whileWaiting(captured -> ending.review(record, captured, oldPhoto));
  }

  @Override
  public Outcome confirm(Confirmation confirmation) {
    return whileWaiting(captured -> end(ending.confirmed(record, captured, confirmation)));
  }

  @Override
  public Outcome refuse(String operator, Ruling ruling, UUID other) {
    return whileWaiting(captured -> end(ending.refused(record, captured, operator, ruling, other)));
  }

  @Override
  public void retake(int sample) {
    List<Sample> _ =
        whileWaiting(captured -> {
          List<Sample> others = new ArrayList<>(captured.samples());
          others.remove(sample);
          capture.retake(others);
          pending = null;
          end = captureEnd();
          return others;
        });
  }

  private <T> T whileWaiting(Function<Capture.Captured, T> work) {
    working.lock();
    try {
      Capture.Captured captured = pending;
      if (over || captured == null) {
        throw new FacedeskException(ErrorCode.SESSION_STATE, "nothing waits for a word");
      }
      return work.apply(captured);
    } finally {
      working.unlock();
    }
  }

  private Outcome end(Outcome outcome) {
    over = true;
    pending = null;
    return outcome;
  }
}
