package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.admin.Fixture.NOON;
import static org.facedesk.admin.Fixture.assertRefused;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.Frame;
import org.facedesk.engine.liveness.LivenessState;
import org.facedesk.enroll.AuthenticationRequest;
import org.facedesk.enroll.Confirmation;
import org.facedesk.enroll.DeskTerms;
import org.facedesk.enroll.DeskTerms.Proof;
import org.facedesk.enroll.EnrollmentRequest;
import org.facedesk.enroll.LiveSession;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Ruling;
import org.facedesk.enroll.SessionService;
import org.facedesk.enroll.SessionTicket;
import org.facedesk.enroll.SessionView;
import org.facedesk.enroll.Step;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what at the desk, and whose word it is. */
class DeskEnrollmentTest {
  private static final DeskTerms.Consent CONSENT = new DeskTerms.Consent("2026-11", "en", NOON);

  private final Actor operator = Actor.operator(UUID.randomUUID(), Role.OPERATOR);
  private final Actor supervisor = Actor.operator(UUID.randomUUID(), Role.SUPERVISOR);
  private final Actor administrator = Actor.operator(UUID.randomUUID(), Role.ADMINISTRATOR);
  private final Recorder sessions = new Recorder();
  private UnaryOperator<Actor> asOfNow = UnaryOperator.identity();
  private Fixture fixture;
  private ClientRecord desk;
  private DeskEnrollment earnest;
  private DeskEnrollment practice;

  @BeforeEach
  void open(@TempDir Path folder) {
    fixture = new Fixture(folder);
    desk = fixture.store.clients().byId(Clients.DESK).orElseThrow();
    earnest = desk(DeskSources.EARNEST);
    practice = desk(DeskSources.PRACTICE);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private DeskEnrollment desk(DeskSources sources) {
    return new DeskEnrollment(
        sessions, fixture.store.users()::byIds, desk, sources, actor -> asOfNow.apply(actor));
  }

  private static EnrollmentOrder order(
      String source, EnrollmentOrder.@Nullable Exemption exemption) {
    return new EnrollmentOrder("E-1", source, CONSENT, exemption, false);
  }

  @Nested
  class Beginning {
    @Test
    void isAnyOperatorsInFrontOfACamera() {
      earnest.begin(operator, order("camera", null));
      assertThat(sessions.requests)
          .singleElement()
          .satisfies(request -> {
            assertThat(request.source()).isEqualTo("camera");
            assertThat(request.desk())
                .isEqualTo(new DeskTerms(operator.name(), CONSENT, List.of()));
          });
    }

    @Test
    void fromWhatStandsInForACameraIsAnAdministratorsUnlessItIsPractice() {
      for (String source : List.of("practice", "replay")) {
        assertRefused(ErrorCode.FORBIDDEN, () -> earnest.begin(supervisor, order(source, null)));
        earnest.begin(administrator, order(source, null));
        practice.begin(operator, order(source, null));
      }
      assertThat(sessions.requests).hasSize(4);
    }

    @Test
    void withAnExemptionTakesASupervisorAndAReason() {
      EnrollmentOrder.Exemption own =
          new EnrollmentOrder.Exemption(Set.of(Proof.BLINK), operator, "In a hurry");
      assertRefused(ErrorCode.FORBIDDEN, () -> earnest.begin(operator, order("camera", own)));
      EnrollmentOrder.Exemption mute =
          new EnrollmentOrder.Exemption(Set.of(Proof.BLINK), supervisor, " ");
      assertRefused(
          ErrorCode.INVALID_REQUEST, () -> earnest.begin(operator, order("camera", mute)));

      earnest.begin(
          operator,
          order(
              "camera",
              new EnrollmentOrder.Exemption(
                  Set.of(Proof.TURN, Proof.BLINK), supervisor, "A neck brace")));
      assertThat(sessions.requests.getFirst().desk())
          .satisfies(terms ->
              assertThat(terms.exemptions())
                  .extracting(DeskTerms.Exemption::proof)
                  .containsExactly(Proof.BLINK, Proof.TURN));
    }
  }

  @Nested
  class The_word {
    private final UUID other = UUID.randomUUID();

    @Test
    void whereNothingStandsAgainstItIsTheOperators() {
      DeskSession begun = earnest.begin(operator, order("camera", null));
      earnest.confirm(operator, begun.session(), "", null, null);
      assertThat(sessions.confirmations).containsExactly(Confirmation.plain(operator.name(), null));
    }

    @Test
    void aboutADuplicateIsASupervisors() {
      DeskSession begun = earnest.begin(operator, order("camera", null));
      assertRefused(
          ErrorCode.FORBIDDEN,
          () ->
              earnest.confirm(
                  operator,
                  begun.session(),
                  "",
                  null,
                  new DuplicateDecision(operator, "Looks fine", Set.of(other), false)));
      assertRefused(
          ErrorCode.FORBIDDEN,
          () -> earnest.refuse(operator, begun.session(), operator, "Looks alike", other));

      earnest.confirm(
          operator,
          begun.session(),
          "",
          null,
          new DuplicateDecision(supervisor, "Twins", Set.of(other), false));
      earnest.refuse(operator, begun.session(), supervisor, "Came again", other);
      assertThat(sessions.confirmations.getFirst().ruling())
          .isEqualTo(new Ruling(supervisor.name(), "Twins"));
      assertThat(sessions.refusals).containsExactly(new Ruling(supervisor.name(), "Came again"));
    }

    @Test
    void isNotTheirsWhoseRoleWasTakenMeanwhile() {
      DeskSession begun = earnest.begin(operator, order("camera", null));
      DuplicateDecision twins = new DuplicateDecision(supervisor, "Twins", Set.of(other), false);
      asOfNow = actor -> actor.equals(supervisor) ? operator : actor;
      assertRefused(
          ErrorCode.FORBIDDEN, () -> earnest.confirm(operator, begun.session(), "", null, twins));
      assertRefused(ErrorCode.FORBIDDEN, () -> earnest.lookalikes(supervisor, List.of(other)));
      assertThat(sessions.confirmations).isEmpty();
    }

    @Test
    void namesThePersonInTheSameCommit() {
      DeskSession begun = earnest.begin(operator, order("camera", null));
      earnest.confirm(operator, begun.session(), " Ada King ", null, null);
      assertThat(sessions.confirmations)
          .singleElement()
          .satisfies(word ->
              assertThat(Objects.requireNonNull(word.profile()).apply("{\"unit\":\"B\"}"))
                  .isEqualTo("{\"unit\":\"B\",\"name\":\"Ada King\"}"));
    }

    @Test
    void onlySupervisorsSeeWhoLookalikesAre() {
      UserRecord eve =
          new PeopleAdministration(fixture.store, fixture.gallery, fixture.clock)
              .create(desk, NewPerson.of("E-7"), Actor.COMMAND_LINE);
      List<UUID> people = List.of(eve.id(), other);
      assertRefused(ErrorCode.FORBIDDEN, () -> earnest.lookalikes(operator, people));
      assertThat(earnest.lookalikes(supervisor, people)).containsOnlyKeys(eve.id());
    }
  }

  /** Writes down what it is asked for. */
  private static final class Recorder implements SessionService {
    final List<EnrollmentRequest> requests = new ArrayList<>();
    final List<Confirmation> confirmations = new ArrayList<>();
    final List<Ruling> refusals = new ArrayList<>();

    @Override
    public SessionTicket createEnrollment(ClientRecord client, EnrollmentRequest request) {
      requests.add(request);
      return new SessionTicket(
          UUID.randomUUID(),
          "sess_1",
          SessionType.ENROLLMENT,
          UUID.randomUUID(),
          SessionStatus.ACTIVE,
          new Requirements(3, 3, 1, 1, Requirements.LivenessRule.BLINK_AND_MOTION),
          NOON,
          false);
    }

    @Override
    public SessionTicket createAuthentication(ClientRecord client, AuthenticationRequest request) {
      throw new UnsupportedOperationException("nobody is checked here");
    }

    @Override
    public LiveSession open(String token) {
      return new Waiting();
    }

    @Override
    public Optional<UUID> owner(String token) {
      return Optional.empty();
    }

    @Override
    public SessionView view(ClientRecord client, String token) {
      throw new UnsupportedOperationException("nobody looks here");
    }

    @Override
    public SessionView cancel(ClientRecord client, String token) {
      throw new UnsupportedOperationException("nobody cancels here");
    }

    @Override
    public void sweep() {}

    @Override
    public void followStore() {}

    @Override
    public int open() {
      return 0;
    }

    private final class Waiting implements LiveSession {
      private final Outcome.Summary summary =
          new Outcome.Summary(60, 3, LivenessState.START, true, 1, 0.9, 6000, requirements());

      @Override
      public SessionType type() {
        return SessionType.ENROLLMENT;
      }

      @Override
      public Requirements requirements() {
        return new Requirements(3, 3, 1, 1, Requirements.LivenessRule.BLINK_AND_MOTION);
      }

      @Override
      public boolean over() {
        return false;
      }

      @Override
      public long remainingMillis() {
        return 1000;
      }

      @Override
      public int frames() {
        return 60;
      }

      @Override
      public Admission admit() {
        return Admission.ADMITTED;
      }

      @Override
      public Step process(byte[] encoded, long arrivalMillis, @Nullable Long clientMillis) {
        throw new UnsupportedOperationException("no frames come here");
      }

      @Override
      public Step process(Frame frame) {
        throw new UnsupportedOperationException("no frames come here");
      }

      @Override
      public Outcome confirm(Confirmation confirmation) {
        confirmations.add(confirmation);
        return new Outcome.Enrolled(summary, UUID.randomUUID(), "E-1", 0.9, null, NOON);
      }

      @Override
      public Outcome refuse(String by, Ruling ruling, UUID other) {
        refusals.add(ruling);
        return new Outcome.EnrollmentRefused(
            summary, UUID.randomUUID(), Outcome.Reason.DUPLICATE_FACE);
      }

      @Override
      public Optional<Outcome> expireIfDue() {
        return Optional.empty();
      }

      @Override
      public void close() {}
    }
  }
}
