package org.facedesk.enroll;

import static org.facedesk.enroll.ScriptedAnalyzer.person;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.facedesk.core.Frame;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.MatchPolicy;
import org.facedesk.gallery.Thresholds;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import org.jspecify.annotations.Nullable;

/** Sessions on a store of their own, with faces as the test says and a clock that it sets. */
final class ScriptedStation implements AutoCloseable {
  volatile Instant now = Instant.parse("2026-01-01T08:00:00Z");
  volatile CapturePolicy policy = CapturePolicy.DEFAULT;
  final JdbcStore store;
  final StationSessions sessions;
  final ClientRecord client;

  ScriptedStation(Path folder) {
    store = JdbcStore.open(new StoreLocation.Embedded(folder), folder);
    MemoryGallery gallery = new MemoryGallery();
    FaceMatcher matcher =
        new CalibratedMatcher(store, gallery, new MatchPolicy(new Strict(), 1e-4, 0.01, 0.05));
    sessions =
        new StationSessions(
            store,
            new ScriptedAnalyzer(),
            new NoPictures(),
            CaptureSessionTest.ScriptedLiveness::new,
            new CaptureSessionTest.Judge(),
            () -> policy,
            new SessionDecisions(store, gallery, matcher, () -> policy, () -> now),
            () -> Duration.ofDays(30),
            () -> now);
    client = client("one");
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

  private static final class NoPictures implements FrameDecoder {
    @Override
    public Frame decode(byte[] encoded, long timestampMillis) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] encodeJpeg(Frame frame, int quality) {
      throw new UnsupportedOperationException();
    }
  }

  private ClientRecord client(String name) {
    UUID id = UUID.randomUUID();
    ClientRecord record =
        new ClientRecord(
            id,
            "client_" + name,
            name,
            id,
            store.seal().lookup("api-key", name),
            new byte[] {1},
            new byte[] {1},
            ClientRecord.Envelope.API_KEY,
            false,
            false,
            now,
            null,
            null);
    store.clients().insert(record);
    return record;
  }

  SessionTicket enrollment(String user) {
    return sessions.createEnrollment(
        client, new EnrollmentRequest(user, "webcam", null, null, null, "remote"));
  }

  SessionTicket authentication(@Nullable String user) {
    return sessions.createAuthentication(
        client, new AuthenticationRequest(user, "webcam", true, null, null, "remote"));
  }

  /** Shows a face until the session ends. */
  Outcome play(String token, int face) {
    try (LiveSession session = sessions.open(token)) {
      for (int i = 0; ; i++) {
        if (session.process(person(face, 80, 100L * i)) instanceof Outcome outcome) {
          return outcome;
        }
      }
    }
  }

  UUID idOf(String externalId) {
    return store.users().byExternalId(client.id(), externalId).orElseThrow().id();
  }

  @Override
  public void close() {
    store.close();
  }
}
