package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.facedesk.enroll.ScriptedAnalyzer.person;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.MatchPolicy;
import org.facedesk.gallery.Thresholds;
import org.facedesk.store.Audit;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.Store;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import org.jspecify.annotations.Nullable;

/** Sessions on a store of their own, with faces as the test says and a clock that it sets. */
final class ScriptedStation implements AutoCloseable {
  static final String OPERATOR = "operator:1";
  static final Instant SHOWN = Instant.parse("2026-01-01T07:59:00Z");

  volatile Instant now = Instant.parse("2026-01-01T08:00:00Z");
  volatile CapturePolicy policy = CapturePolicy.DEFAULT;

  /** Whether the sessions' store does not answer. */
  volatile boolean away;

  /** Happens once, before the next decision is written. */
  volatile Runnable beforeVerdict = () -> {};

  final JdbcStore store;
  final MemoryGallery gallery = new MemoryGallery();
  final ClientRecord desk;

  /** A remote one. */
  final ClientRecord client;

  StationSessions sessions;

  ScriptedStation(Path folder) {
    store = JdbcStore.open(new StoreLocation.Embedded(folder), folder);
    sessions = assembled();
    desk = store.clients().byId(Clients.DESK).orElseThrow();
    client =
        store.clients().byClientId("client_one").orElseGet(() -> client("one")); // after a restart
  }

  private StationSessions assembled() {
    FaceMatcher matcher =
        new CalibratedMatcher(store, gallery, new MatchPolicy(new Strict(), 1e-4, 0.01, 0.05));
    return new StationSessions(
        interruptible(),
        new ScriptedAnalyzer(),
        new FirstPixel(),
        CaptureSessionTest.ScriptedLiveness::new,
        new CaptureSessionTest.Judge(),
        () -> policy,
        new SessionDecisions(overtaken(), gallery, matcher, () -> policy, () -> now),
        () -> Duration.ofDays(30),
        () -> now);
  }

  private Store interruptible() {
    return through(method -> {
      if (away) {
        throw new FacedeskException(ErrorCode.STORE_UNAVAILABLE, "away in this test");
      }
    });
  }

  private Store overtaken() {
    return through(method -> {
      if (method.getName().equals("inTransaction")) {
        Runnable first = beforeVerdict;
        beforeVerdict = () -> {};
        first.run();
      }
    });
  }

  private Store through(Consumer<Method> before) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) -> {
              before.accept(method);
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  /** The process that held sessions is gone; another one takes up what is in the store. */
  void restart() {
    sessions = assembled();
    sessions.recover();
  }

  private static final class Strict implements Thresholds {
    @Override
    public double threshold(int enrolledSamples, int probeSamples, double fmr) {
      return 0.3;
    }

    @Override
    public double confidence(int enrolledSamples, int probeSamples, double distance) {
      return Math.max(0, 1 - distance);
    }
  }

  /** A picture is its three bytes. */
  static final class FirstPixel implements FrameDecoder {
    @Override
    public Frame decode(byte[] encoded, long timestampMillis) {
      if (encoded.length != 3) {
        throw new FacedeskException(ErrorCode.INVALID_IMAGE, "not a picture");
      }
      return new Frame(1, 1, encoded, timestampMillis);
    }

    @Override
    public byte[] encodeJpeg(Frame frame, int quality) {
      return frame.bgr();
    }
  }

  /** Another remote client. */
  ClientRecord client(String name) {
    ClientRecord record = remoteClient(store, name, now);
    store.clients().insert(record);
    return record;
  }

  /** One whose results are told under seal alone. */
  ClientRecord strictClient(String name) {
    UUID id = UUID.randomUUID();
    ClientRecord record = remoteClient(store, name, now, id, id, true);
    store.clients().insert(record);
    return record;
  }

  /** One whose people are searched together with the desk's. */
  ClientRecord deskGalleryClient(String name) {
    ClientRecord record = remoteClient(store, name, now, UUID.randomUUID(), desk.gallery(), false);
    store.clients().insert(record);
    return record;
  }

  /** One that is not stored yet. */
  static ClientRecord remoteClient(JdbcStore store, String name, Instant now) {
    UUID id = UUID.randomUUID();
    return remoteClient(store, name, now, id, id, false);
  }

  private static ClientRecord remoteClient(
      JdbcStore store, String name, Instant now, UUID id, UUID gallery, boolean strict) {
    return new ClientRecord(
        id,
        "client_" + name,
        name,
        gallery,
        store.seal().lookup("api-key", name),
        new byte[] {1},
        new byte[] {1},
        ClientRecord.Envelope.API_KEY,
        strict,
        false,
        now,
        null,
        null);
  }

  SessionTicket enrollment(String user) {
    return enrollment(client, user);
  }

  SessionTicket enrollment(ClientRecord owner, String user) {
    return sessions.createEnrollment(
        owner, new EnrollmentRequest(user, "webcam", null, null, null, "remote"));
  }

  SessionTicket authentication(@Nullable String user) {
    return authentication(client, user);
  }

  SessionTicket authentication(ClientRecord owner, @Nullable String user) {
    return sessions.createAuthentication(
        owner, new AuthenticationRequest(user, "webcam", true, null, null, "remote"));
  }

  Outcome enroll(ClientRecord owner, String user, int face) {
    return play(enrollment(owner, user).token(), face);
  }

  Outcome authenticate(ClientRecord owner, @Nullable String user, int face) {
    return play(authentication(owner, user).token(), face);
  }

  /** Shows a face until the session ends. */
  Outcome play(String token, int face) {
    try (LiveSession session = sessions.open(token)) {
      return play(session, face);
    }
  }

  static Outcome play(LiveSession session, int face) {
    for (int i = 0; ; i++) {
      if (session.process(person(face, 80, 100L * i)) instanceof Outcome outcome) {
        return outcome;
      }
    }
  }

  /** An enrollment at the desk: it waits for someone's word. */
  SessionTicket atDesk(String user, DeskTerms.Exemption... exemptions) {
    return sessions.createEnrollment(
        desk,
        new EnrollmentRequest(
            user,
            "webcam",
            null,
            null,
            null,
            "camera",
            false,
            new DeskTerms(
                OPERATOR, new DeskTerms.Consent("2026-11", "ar", SHOWN), List.of(exemptions))));
  }

  /** Shows a face until the session waits. */
  static Pending show(LiveSession session, int face, long fromMillis) {
    for (int i = 0; ; i++) {
      if (session.process(person(face, 80, fromMillis + 100L * i)) instanceof Pending pending) {
        return pending;
      }
    }
  }

  /** One of the desk's that waits. */
  LiveSession waiting(String user, int face) {
    LiveSession session = sessions.open(atDesk(user).token());
    show(session, face, 0);
    return session;
  }

  UUID idOf(String externalId) {
    return store.users().byExternalId(client.id(), externalId).orElseThrow().id();
  }

  List<Audit.Entry> trail(String action) {
    return store.audit().page(0, 200).stream()
        .filter(entry -> entry.event().action().equals(action))
        .toList();
  }

  static void refused(ErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(FacedeskException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  @Override
  public void close() {
    store.close();
  }
}
