package org.facedesk.desktop.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.enroll.AuthenticationRequest;
import org.facedesk.enroll.Confirmation;
import org.facedesk.enroll.EnrollmentRequest;
import org.facedesk.enroll.LiveSession;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Review;
import org.facedesk.enroll.Ruling;
import org.facedesk.enroll.SessionService;
import org.facedesk.enroll.SessionTicket;
import org.facedesk.enroll.SessionView;
import org.facedesk.enroll.Step;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.jspecify.annotations.Nullable;

/** A session service whose sessions answer each frame as the test says. */
public final class FakeSessions implements SessionService {
  public static final Requirements REQUIREMENTS =
      new Requirements(3, 3, 1, 1, Requirements.LivenessRule.BLINK_AND_MOTION);

  public final List<EnrollmentRequest> requests = new ArrayList<>();
  public final List<String> cancelled = new ArrayList<>();
  public final List<Frame> frames = new ArrayList<>();
  public final List<AuthenticationRequest> authentications = new ArrayList<>();
  public final List<Confirmation> confirmations = new ArrayList<>();
  public final List<String> refusals = new ArrayList<>();
  public final List<Integer> retaken = new ArrayList<>();
  private Review review = FakeDesk.review();
  private Function<Confirmation, Outcome> word = confirmation -> FakeDesk.enrolled("E-1024");
  private final Instant expiry;
  private @Nullable FacedeskException refusal;
  private @Nullable Outcome expiryOutcome;
  private Function<Frame, Step> answer =
      frame -> {
        throw new IllegalStateException("no answer was set");
      };

  FakeSessions(Instant expiry) {
    this.expiry = expiry;
  }

  public void answer(Function<Frame, Step> next) {
    answer = next;
  }

  public void refuse(ErrorCode code) {
    refusal = new FacedeskException(code, "refused by the test");
  }

  /** What is known of a capture that waits. */
  public void reviewed(Review known) {
    review = known;
  }

  /** What comes of a confirmation. */
  public void confirmed(Function<Confirmation, Outcome> answer) {
    word = answer;
  }

  public void expireWith(Outcome outcome) {
    expiryOutcome = outcome;
  }

  @Override
  public SessionTicket createEnrollment(ClientRecord client, EnrollmentRequest request) {
    FacedeskException refused = refusal;
    if (refused != null) {
      throw refused;
    }
    requests.add(request);
    return new SessionTicket(
        UUID.randomUUID(),
        "sess_" + requests.size(),
        SessionType.ENROLLMENT,
        UUID.randomUUID(),
        SessionStatus.ACTIVE,
        REQUIREMENTS,
        expiry,
        false);
  }

  @Override
  public LiveSession open(String token) {
    return new FakeSession();
  }

  @Override
  public SessionView cancel(ClientRecord client, String token) {
    cancelled.add(token);
    return new SessionView(
        UUID.randomUUID(),
        SessionType.ENROLLMENT,
        SessionStatus.CANCELLED,
        null,
        null,
        null,
        0,
        0,
        0,
        0,
        false,
        expiry,
        expiry,
        expiry,
        null);
  }

  @Override
  public SessionTicket createAuthentication(ClientRecord client, AuthenticationRequest request) {
    FacedeskException refused = refusal;
    if (refused != null) {
      throw refused;
    }
    authentications.add(request);
    return new SessionTicket(
        UUID.randomUUID(),
        "sess_" + authentications.size(),
        request.userId() == null ? SessionType.IDENTIFICATION : SessionType.VERIFICATION,
        null,
        SessionStatus.ACTIVE,
        REQUIREMENTS,
        expiry,
        false);
  }

  @Override
  public Optional<UUID> owner(String token) {
    return Optional.empty();
  }

  @Override
  public SessionView view(ClientRecord client, String token) {
    throw new UnsupportedOperationException("the enroll screen does not look sessions up");
  }

  @Override
  public void sweep() {}

  @Override
  public void followStore() {}

  @Override
  public int open() {
    return 0;
  }

  private final class FakeSession implements LiveSession {
    @Override
    public SessionType type() {
      return SessionType.ENROLLMENT;
    }

    @Override
    public Requirements requirements() {
      return REQUIREMENTS;
    }

    @Override
    public boolean over() {
      return false;
    }

    @Override
    public long remainingMillis() {
      return 300_000;
    }

    @Override
    public int frames() {
      return frames.size();
    }

    @Override
    public Admission admit() {
      return Admission.ADMITTED;
    }

    @Override
    public Step process(byte[] encoded, long arrivalMillis, @Nullable Long clientMillis) {
      throw new UnsupportedOperationException("the desk hands over frames, not files");
    }

    @Override
    public Step process(Frame frame) {
      frames.add(frame);
      return answer.apply(frame);
    }

    @Override
    public Review review(@Nullable Picture oldPhoto) {
      return review;
    }

    @Override
    public Outcome confirm(Confirmation confirmation) {
      confirmations.add(confirmation);
      return word.apply(confirmation);
    }

    @Override
    public Outcome refuse(String operator, Ruling ruling, UUID other) {
      refusals.add(ruling.reason());
      return FakeDesk.refused(Outcome.Reason.DUPLICATE_FACE);
    }

    @Override
    public void retake(int sample) {
      retaken.add(sample);
    }

    @Override
    public Optional<Outcome> expireIfDue() {
      return Optional.ofNullable(expiryOutcome);
    }

    @Override
    public void close() {}
  }
}
