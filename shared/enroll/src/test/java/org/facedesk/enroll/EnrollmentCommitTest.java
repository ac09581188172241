package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.facedesk.enroll.ScriptedAnalyzer.person;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.engine.Template;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.GalleryEntry;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.Picture;
import org.facedesk.store.UserRecord;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an enrollment leaves behind, also when others change the same person meanwhile. */
class EnrollmentCommitTest {
  private static final InstantSource CLOCK = () -> Instant.parse("2026-01-01T08:00:00Z");

  @TempDir private Path folder;
  private JdbcStore store;
  private Interrupted gallery;
  private ClientRecord client;

  /** A gallery in which something happens right before an entry is put. */
  private static final class Interrupted implements org.facedesk.gallery.Gallery {
    private final MemoryGallery entries = new MemoryGallery();
    private Runnable before = () -> {};

    @Override
    public void put(GalleryEntry entry) {
      before.run();
      entries.put(entry);
    }

    @Override
    public void remove(long templateId) {
      entries.remove(templateId);
    }

    @Override
    public List<org.facedesk.gallery.Candidate> search(
        UUID group, String modelId, float[] probe, int k) {
      return entries.search(group, modelId, probe, k);
    }

    @Override
    public int subjects(UUID group) {
      return entries.subjects(group);
    }

    @Override
    public long size() {
      return entries.size();
    }

    @Override
    public void snapshot() {}

    @Override
    public void close() {}
  }

  /** Whoever stands on another axis is someone else. */
  private static final class Axes implements FaceMatcher {
    @Override
    public Verdict verify(UUID user, Template probe) {
      throw new UnsupportedOperationException("nobody is authenticated here");
    }

    @Override
    public Verdict identify(UUID group, Template probe) {
      throw new UnsupportedOperationException("nobody is authenticated here");
    }

    @Override
    public List<Review.Lookalike> lookalikes(UUID group, UUID user, Template probe) {
      return List.of();
    }

    @Override
    public Review.Likeness compare(Template reference, Template probe) {
      double distance = reference.distanceTo(probe);
      return new Review.Likeness(distance, distance < 1 ? 0.99 : 0.01, distance < 1);
    }
  }

  @BeforeEach
  void open() {
    store = JdbcStore.open(new StoreLocation.Embedded(folder), folder);
    gallery = new Interrupted();
    client = client();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private StationSessions station(CapturePolicy policy) {
    return new StationSessions(
        store,
        new ScriptedAnalyzer(),
        new ScriptedStation.FirstPixel(),
        CaptureSessionTest.ScriptedLiveness::new,
        new CaptureSessionTest.Judge(),
        policy,
        new SessionDecisions(store, gallery, new Axes(), CapturePolicy.DEFAULT, CLOCK),
        Duration.ofDays(30),
        CLOCK);
  }

  private ClientRecord client() {
    ClientRecord record =
        ScriptedStation.remoteClient(store, UUID.randomUUID().toString(), CLOCK.instant());
    store.clients().insert(record);
    return record;
  }

  private static EnrollmentRequest request(String user) {
    return new EnrollmentRequest(user, "api", null, null, null, "remote");
  }

  private Outcome enroll(String user, int face) {
    StationSessions sessions = station(CapturePolicy.DEFAULT);
    try (LiveSession session =
        sessions.open(sessions.createEnrollment(client, request(user)).token())) {
      return ScriptedStation.play(session, face);
    }
  }

  private UserRecord user(String externalId) {
    return store.users().byExternalId(client.id(), externalId).orElseThrow();
  }

  private void register(String externalId, int oldFace) {
    UserRecord user =
        new UserRecord(
            UUID.randomUUID(),
            client.id(),
            externalId,
            "{}",
            "{}",
            true,
            true,
            null,
            CLOCK.instant(),
            CLOCK.instant());
    store.users().insert(user);
    Picture photo =
        new PictureIntake(
                new ScriptedAnalyzer(),
                new ScriptedStation.FirstPixel(),
                new CaptureSessionTest.Judge())
            .oldPhoto(person(oldFace, 80, 0).bgr());
    store.pictures().put(client.id(), user.id(), photo, CLOCK.instant());
  }

  @Test
  void anEnrollmentTellsHowSimilarThePersonIsToTheirOldPhoto() {
    register("ada", 1);
    register("eve", 1);

    assertThat(similarity(enroll("ada", 1))).isEqualTo(0.99);
    assertThat(similarity(enroll("eve", 2))).isEqualTo(0.01);
    assertThat(similarity(enroll("new", 3))).isNull();
    assertThat(store.pictures().facts(List.of(user("ada").id())).get(user("ada").id()))
        .singleElement()
        .satisfies(facts -> assertThat(facts.similarity()).isEqualTo(0.99));
  }

  private static @org.jspecify.annotations.Nullable Double similarity(Outcome outcome) {
    return ((Outcome.Enrolled) outcome).similarityWithOldPhoto();
  }

  @Test
  void someoneErasedBetweenCommitAndIndexLeavesNoTemplateInTheIndex() {
    gallery.before =
        () -> {
          List<Long> templates = store.users().delete(client.id(), user("ada").id()).orElseThrow();
          templates.forEach(gallery::remove);
        };

    assertThat(enroll("ada", 1)).isInstanceOf(Outcome.Enrolled.class);

    assertThat(gallery.size()).isZero();
    assertThat(store.templates().count()).isZero();
  }

  @Test
  void someoneErasedBeforeTheCommitIsNotEnrolled() {
    StationSessions sessions = station(CapturePolicy.DEFAULT);
    try (LiveSession session =
        sessions.open(sessions.createEnrollment(client, request("ada")).token())) {
      session.process(person(1, 80, 0));
      store.users().delete(client.id(), user("ada").id());

      assertThatExceptionOfType(FacedeskException.class)
          .isThrownBy(() -> {
            for (int i = 1; i < 60; i++) {
              session.process(person(1, 80, 100L * i));
            }
          })
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SESSION_STATE));
    }
    assertThat(gallery.size()).isZero();
    assertThat(store.templates().count()).isZero();
  }

  @Test
  void simultaneousEnrollmentsOfOneNewPersonMakeOnePerson() throws Exception {
    StationSessions sessions = station(CapturePolicy.DEFAULT);
    for (int round = 0; round < 3; round++) {
      String name = "new" + round;
      client = client();
      CyclicBarrier start = new CyclicBarrier(4);
      try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
        List<Future<SessionTicket>> tickets = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          tickets.add(
              pool.submit(() -> {
                start.await();
                return sessions.createEnrollment(client, request(name));
              }));
        }
        for (Future<SessionTicket> ticket : tickets) {
          assertThat(ticket.get().token()).startsWith("sess_");
        }
      }
      assertThat(store.users().count(client.id())).isEqualTo(1);
      assertThat(store.enrollments().ofUser(client.id(), user(name).id())).hasSize(4);
    }
  }

  @Test
  void aStationThatEnrollsKnownUsersOnlyRefusesOthersExceptAtTheDesk() {
    StationSessions sessions = station(CapturePolicy.DEFAULT.withKnownUsersOnly(true));
    register("ada", 1);

    assertThat(sessions.createEnrollment(client, request("ada")).token()).startsWith("sess_");
    assertThatExceptionOfType(FacedeskException.class)
        .isThrownBy(() -> sessions.createEnrollment(client, request("nobody")))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.USER_NOT_REGISTERED));
    assertThat(store.users().byExternalId(client.id(), "nobody")).isEmpty();

    ClientRecord desk = store.clients().byId(Clients.DESK).orElseThrow();
    assertThat(sessions.createEnrollment(desk, request("nobody")).token()).startsWith("sess_");
  }
}
