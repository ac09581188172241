package org.facedesk.desktop.enroll;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.facedesk.core.Frame;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Template;
import org.facedesk.engine.liveness.LivenessState;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.enroll.Feedback;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.store.ClientRecord;

/** Everything the enroll screen stands on, in the test's hands. */
final class FakeDesk {
  static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

  final FakeFeeds feeds = new FakeFeeds();
  final FakeSessions sessions;
  final Map<String, People.Person> people = new HashMap<>();
  private Instant now = START;
  private Function<Frame, FrameAnalysis> eyes = Pictures::good;

  FakeDesk() {
    this(START.plusSeconds(300));
  }

  /**
   * @param expiry of every session
   */
  FakeDesk(Instant expiry) {
    sessions = new FakeSessions(expiry);
  }

  void clockAt(Instant instant) {
    now = instant;
  }

  /** What the engine sees in each frame from here on. */
  void sees(Function<Frame, FrameAnalysis> next) {
    eyes = next;
  }

  EnrollServices services() {
    return new EnrollServices(
        sessions,
        client(),
        new Analyzer(),
        QualityPolicy.DEFAULT,
        CapturePolicy.DEFAULT,
        feeds,
        new Register(),
        () -> now);
  }

  /** A session's word on a frame in which all is well. */
  static Feedback feedback(
      FrameAnalysis analysis, Guidance guidance, int blinks, int motions, int frames, int samples) {
    return new Feedback(
        analysis,
        true,
        null,
        guidance,
        new LivenessState(blinks, motions, motions, true, false, true, frames),
        blinks > 0 && motions > 0,
        (Math.min(blinks, 1) + Math.min(motions, 1)) / 2.0,
        frames,
        samples,
        frames * 100L,
        FakeSessions.REQUIREMENTS);
  }

  static Outcome enrolled(String userId) {
    return new Outcome.Enrolled(summary(), UUID.randomUUID(), userId, 0.87, null, START);
  }

  static Outcome refused(Outcome.Reason reason) {
    return new Outcome.EnrollmentRefused(summary(), UUID.randomUUID(), reason);
  }

  static Outcome.Summary summary() {
    return new Outcome.Summary(
        64, LivenessState.START, true, 1, 0.87, 6400, FakeSessions.REQUIREMENTS);
  }

  private static ClientRecord client() {
    UUID id = UUID.randomUUID();
    return new ClientRecord(
        id,
        "client_desk",
        "Desk",
        id,
        new byte[0],
        new byte[0],
        new byte[0],
        ClientRecord.Envelope.API_KEY,
        false,
        true,
        START,
        null,
        null);
  }

  private final class Analyzer implements FaceAnalyzer {
    @Override
    public FrameAnalysis analyze(Frame frame) {
      return eyes.apply(frame);
    }

    @Override
    public FaceTracker tracker() {
      return frame -> eyes.apply(frame);
    }

    @Override
    public Template embed(Frame frame, Landmarks landmarks, boolean mirrored) {
      throw new UnsupportedOperationException("the window embeds nothing");
    }

    @Override
    public String modelId() {
      return "fake";
    }

    @Override
    public void close() {}
  }

  private final class Register implements People {
    @Override
    public Optional<Person> find(String userId) {
      return Optional.ofNullable(people.get(userId));
    }

    @Override
    public void rename(String userId, String name) {
      people.put(userId, new Person(userId, name, START));
    }
  }
}
