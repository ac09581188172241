package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.facedesk.admin.Actor;
import org.facedesk.admin.ClientAdministration;
import org.facedesk.admin.EnrollmentAdministration;
import org.facedesk.admin.PeopleAdministration;
import org.facedesk.admin.PersonChange;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.SecureTokens;
import org.facedesk.enroll.AuthenticationRequest;
import org.facedesk.enroll.CalibratedMatcher;
import org.facedesk.enroll.EnrollmentRequest;
import org.facedesk.enroll.SessionDecisions;
import org.facedesk.enroll.SessionTicket;
import org.facedesk.enroll.StationSessions;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.MatchPolicy;
import org.facedesk.gallery.Thresholds;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Store;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another client's object is looked for in the same way as one that never was: the same questions
 * to the store in the same order, so that the time an answer takes tells nothing, either.
 */
class LookupPathTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;
  private final List<String> questions = new ArrayList<>();
  private JdbcStore store;
  private ClientRecord us;
  private ClientRecord them;
  private SessionTicket theirs;
  private StationSessions sessions;
  private PeopleAdministration people;
  private EnrollmentAdministration enrollments;

  @BeforeEach
  void open() {
    store = JdbcStore.open(new StoreLocation.Embedded(folder), folder);
    Store watched = (Store) watched(Store.class, store);
    MemoryGallery gallery = new MemoryGallery();
    ScriptedEngine engine = new ScriptedEngine();
    sessions =
        new StationSessions(
            watched,
            engine,
            engine,
            ScriptedEngine::lively,
            engine,
            CapturePolicy.DEFAULT,
            new SessionDecisions(
                watched,
                gallery,
                new CalibratedMatcher(
                    watched, gallery, new MatchPolicy(new Never(), 1e-4, 0.01, 0.05)),
                CapturePolicy.DEFAULT,
                () -> NOW),
            Duration.ofDays(30),
            () -> NOW);
    people = new PeopleAdministration(watched, gallery, () -> NOW);
    enrollments = new EnrollmentAdministration(watched, gallery, () -> NOW);
    us = client("us");
    them = client("them");
    theirs =
        sessions.createEnrollment(
            them, new EnrollmentRequest("ada", "api", null, null, null, "remote"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private ClientRecord client(String name) {
    String id =
        new ClientAdministration(store, () -> NOW)
            .create(name, ClientRecord.Envelope.API_KEY)
            .clientId();
    return store.clients().byClientId(id).orElseThrow();
  }

  private record Never() implements Thresholds {
    @Override
    public double threshold(int enrolledSamples, int probeSamples, double fmr) {
      return 0;
    }

    @Override
    public double confidence(int enrolledSamples, int probeSamples, double distance) {
      return 0;
    }
  }

  /** Notes every question to the store, its repositories and its transactions. */
  private Object watched(Class<?> port, Object real) {
    return Proxy.newProxyInstance(
        port.getClassLoader(),
        new Class<?>[] {port},
        (proxy, method, arguments) -> {
          questions.add(port.getSimpleName() + "." + method.getName());
          Object[] passed = arguments;
          if (method.getName().equals("inTransaction")) {
            @SuppressWarnings("unchecked")
            Function<Store, Object> work = (Function<Store, Object>) arguments[0];
            passed =
                new Object[] {
                  (Function<Store, Object>) tx -> work.apply((Store) watched(Store.class, tx))
                };
          }
          Object answer;
          try {
            answer = method.invoke(real, passed);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
          Class<?> type = method.getReturnType();
          boolean repository = type.isInterface() && type.getPackage() == Store.class.getPackage();
          return repository ? watched(type, answer) : answer;
        });
  }

  private List<String> asked(Runnable call) {
    questions.clear();
    assertThatExceptionOfType(FacedeskException.class).isThrownBy(call::run);
    return List.copyOf(questions);
  }

  @Test
  void isTheSameForAForeignObjectAsForNone() {
    UUID enrollment = java.util.Objects.requireNonNull(theirs.enrollmentId());
    Map<String, Consumer<Boolean>> calls = new LinkedHashMap<>();
    calls.put("view", foreign -> sessions.view(us, token(foreign)));
    calls.put("cancel", foreign -> sessions.cancel(us, token(foreign)));
    calls.put("authenticate", foreign -> sessions.createAuthentication(us, claim(foreign)));
    calls.put("find", foreign -> people.find(us, user(foreign)));
    calls.put("change", foreign -> people.change(us, user(foreign), nothing(), Actor.STATION));
    calls.put("erase", foreign -> people.erase(us, user(foreign), Actor.STATION));
    calls.put("of person", foreign -> enrollments.ofPerson(us, user(foreign)));
    calls.put(
        "enrollment", foreign -> enrollments.find(us, foreign ? enrollment : UUID.randomUUID()));
    calls.forEach((name, call) -> {
      List<String> foreign = asked(() -> call.accept(true));
      List<String> none = asked(() -> call.accept(false));
      assertThat(foreign).as(name).isNotEmpty().isEqualTo(none);
    });
    assertThat(sessions.view(them, theirs.token()).userId()).isEqualTo("ada");
  }

  private String token(boolean foreign) {
    return foreign ? theirs.token() : SecureTokens.next("sess_");
  }

  private static String user(boolean foreign) {
    return foreign ? "ada" : "nobody";
  }

  private static AuthenticationRequest claim(boolean foreign) {
    return new AuthenticationRequest(user(foreign), "api", true, null, null, "remote");
  }

  private static PersonChange nothing() {
    return new PersonChange(null, null, null, null);
  }
}
