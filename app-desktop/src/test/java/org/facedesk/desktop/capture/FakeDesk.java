package org.facedesk.desktop.capture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.facedesk.admin.Actor;
import org.facedesk.admin.DeskCheck;
import org.facedesk.admin.DeskEnrollment;
import org.facedesk.admin.DeskSources;
import org.facedesk.admin.Operator;
import org.facedesk.admin.Role;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.engine.Face;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Template;
import org.facedesk.engine.liveness.LivenessState;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.enroll.Feedback;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Pending;
import org.facedesk.enroll.PictureIntake;
import org.facedesk.enroll.PolicyJudge;
import org.facedesk.enroll.Review;
import org.facedesk.enroll.Sample;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.UserRecord;

/** Everything that capturing at the desk stands on, in the test's hands. */
public final class FakeDesk {
  public static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

  private static final UUID OPERATOR = UUID.fromString("00000000-0000-4000-8000-00000000000a");

  public final FakeFeeds feeds = new FakeFeeds();
  public final FakeSessions sessions;
  public final FakeSessions practised = new FakeSessions(START.plusSeconds(300));
  public final Map<String, People.Person> people = new HashMap<>();
  public final Map<UUID, People.Named> named = new HashMap<>();
  public final List<String> unlocked = new ArrayList<>();
  public final List<String> practice = new ArrayList<>();
  private final Map<UUID, UserRecord> users = new HashMap<>();
  private final SignedIn signedIn = new SignedIn();
  private CaptureSettings settings = CaptureSettings.BUILT_IN;
  private Instant now = START;
  private Function<Frame, FrameAnalysis> eyes = Pictures::good;

  public FakeDesk() {
    this(START.plusSeconds(300));
  }

  /**
   * @param expiry of every session
   */
  public FakeDesk(Instant expiry) {
    sessions = new FakeSessions(expiry);
    signIn(Role.OPERATOR);
  }

  public void clockAt(Instant instant) {
    now = instant;
  }

  /** What is set from here on. */
  public void set(CaptureSettings next) {
    settings = next;
  }

  /** What the engine sees in each frame from here on. */
  public void sees(Function<Frame, FrameAnalysis> next) {
    eyes = next;
  }

  /** Who is signed in from here on. */
  public void signIn(Role role) {
    signedIn.in(new Operator(OPERATOR, "Grace", role));
  }

  /** Another operator takes over. */
  public void relieve() {
    signedIn.in(new Operator(UUID.randomUUID(), "Ada", Role.OPERATOR));
  }

  public CaptureServices services() {
    return new CaptureServices(
        feeds,
        new Analyzer(),
        () -> settings,
        signedIn,
        workplace(sessions, DeskSources.EARNEST),
        new Room(),
        () -> now);
  }

  /** A model over all this whose threads are all the caller's own. */
  public CaptureModel model() {
    return new CaptureModel(services(), new Background(Runnable::run, Runnable::run));
  }

  private Workplace workplace(FakeSessions upon, DeskSources sources) {
    return new Workplace(
        client(),
        new DeskEnrollment(upon, this::known, client(), sources, UnaryOperator.identity()),
        new DeskCheck(upon, client(), sources, UnaryOperator.identity()),
        (id, by) -> {
          by.require(Role.SUPERVISOR);
          unlocked.add(id);
        },
        new Register(),
        new PictureIntake(new Analyzer(), new OnePixel(), new PolicyJudge(QualityPolicy.DEFAULT)));
  }

  private List<UserRecord> known(Collection<UUID> ids) {
    return ids.stream().map(users::get).filter(Objects::nonNull).toList();
  }

  /** Somebody whom supervisors may see among people of a like face. */
  public UUID lookalike(String userId) {
    UUID id = UUID.randomUUID();
    users.put(
        id, new UserRecord(id, client().id(), userId, "{}", "{}", true, true, START, START, START));
    return id;
  }

  /** All was shown; the session waits for someone's word. */
  public static Pending pending() {
    Frame frame = Pictures.face(0, 0);
    Face face = Objects.requireNonNull(Pictures.good(frame).face());
    Sample sample = new Sample(frame, face.landmarks(), face.pose(), 0.87);
    return new Pending(summary(), List.of(sample, sample, sample), 0.87);
  }

  /** Nothing stands against it. */
  public static Review review(Review.Lookalike... lookalikes) {
    return new Review(0.1, Review.Grade.HIGH, null, null, List.of(lookalikes));
  }

  /** A session's word on a frame in which all is well. */
  public static Feedback feedback(
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

  public static Outcome enrolled(String userId) {
    return new Outcome.Enrolled(summary(), UUID.randomUUID(), userId, 0.87, null, START);
  }

  public static Outcome refused(Outcome.Reason reason) {
    return new Outcome.EnrollmentRefused(summary(), UUID.randomUUID(), reason);
  }

  public static Outcome.Summary summary() {
    return new Outcome.Summary(
        64, 3, LivenessState.START, true, 1, 0.87, 6400, FakeSessions.REQUIREMENTS);
  }

  private static ClientRecord client() {
    UUID id = Clients.DESK;
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
      return new Template("fake", 1, new float[] {1, 0}); // of an old photo
    }

    @Override
    public String modelId() {
      return "fake";
    }

    @Override
    public void close() {}
  }

  private final class Room implements PracticeRoom {
    @Override
    public Workplace enter(Actor by) {
      practice.add("entered");
      return workplace(practised, DeskSources.PRACTICE);
    }

    @Override
    public void leave(Actor by) {
      practice.add("left");
    }
  }

  /** Reads any file as a drawn face, except an empty one. */
  private static final class OnePixel implements FrameDecoder {
    @Override
    public Frame decode(byte[] encoded, long timestampMillis) {
      if (encoded.length == 0) {
        throw new FacedeskException(ErrorCode.INVALID_IMAGE, "not a picture");
      }
      return Pictures.face(timestampMillis, 0);
    }

    @Override
    public byte[] encodeJpeg(Frame frame, int quality) {
      return new byte[] {1, 2, 3};
    }
  }

  private final class Register implements People {
    @Override
    public Optional<Person> find(String userId) {
      return Optional.ofNullable(people.get(userId));
    }

    @Override
    public Optional<Named> named(UUID person) {
      return Optional.ofNullable(named.get(person));
    }

    @Override
    public String nameOf(UserRecord user) {
      return "Name of " + user.externalId();
    }
  }
}
