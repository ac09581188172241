package org.facedesk.admin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.facedesk.enroll.Confirmation;
import org.facedesk.enroll.DeskTerms;
import org.facedesk.enroll.EnrollmentRequest;
import org.facedesk.enroll.LiveSession;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Ruling;
import org.facedesk.enroll.SessionService;
import org.facedesk.enroll.SessionTicket;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;

/**
 * Enrolling at the desk: who may do what, and whose word stands in the records. An operator
 * enrolls; what an operator may not decide alone takes a supervisor and a reason. The session that
 * captures is the one that serves remote clients, only that it waits for {@link #confirm}. Safe for
 * many threads; every call blocks on the store.
 */
public final class DeskEnrollment {
  private final SessionService sessions;
  private final Function<Collection<UUID>, List<UserRecord>> people;
  private final DeskSources sources;
  private final ClientRecord desk;

  /**
   * @param people who these are, those of them that are there
   * @param sources what the pictures may come from
   */
  public DeskEnrollment(
      SessionService sessions,
      Function<Collection<UUID>, List<UserRecord>> people,
      ClientRecord desk,
      DeskSources sources) {
    this.sessions = sessions;
    this.people = people;
    this.desk = desk;
    this.sources = sources;
  }

  /**
   * Begins to capture; consent and exemption are on disk when this returns.
   *
   * @throws org.facedesk.core.FacedeskException FORBIDDEN for a source or an exemption that takes
   *     another role; INVALID_REQUEST, TOO_MANY_SESSIONS
   */
  public DeskSession begin(Actor operator, EnrollmentOrder order) {
    operator.require(Role.OPERATOR);
    sources.require(operator, order.source());
    DeskTerms terms = new DeskTerms(operator.name(), order.consent(), exemptions(order));
    SessionTicket ticket =
        sessions.createEnrollment(
            desk,
            new EnrollmentRequest(
                order.userId(),
                "webcam",
                null,
                null,
                null,
                order.source(),
                order.challenge(),
                terms));
    return new DeskSession(sessions.open(ticket.token()), ticket.token());
  }

  private static List<DeskTerms.Exemption> exemptions(EnrollmentOrder order) {
    EnrollmentOrder.Exemption wanted = order.exemption();
    if (wanted == null) {
      return List.of();
    }
    wanted.supervisor().require(Role.SUPERVISOR);
    Ruling ruling = new Ruling(wanted.supervisor().name(), wanted.reason());
    return wanted.proofs().stream()
        .sorted()
        .map(proof -> new DeskTerms.Exemption(proof, ruling))
        .toList();
  }

  /**
   * Enrolls what was captured; it is on disk when this returns.
   *
   * @param oldPhoto kept with the person; null for none
   * @param decision null if nothing stands against it
   * @throws org.facedesk.core.FacedeskException FORBIDDEN if a supervisor has to decide first, also
   *     about something that came up since the review; SESSION_STATE if nothing waits
   */
  public Outcome confirm(
      Actor operator,
      LiveSession session,
      @Nullable Picture oldPhoto,
      @Nullable DuplicateDecision decision) {
    operator.require(Role.OPERATOR);
    if (decision == null) {
      return session.confirm(Confirmation.plain(operator.name(), oldPhoto));
    }
    decision.supervisor().require(Role.SUPERVISOR);
    return session.confirm(
        new Confirmation(
            operator.name(),
            oldPhoto,
            new Ruling(decision.supervisor().name(), decision.reason()),
            decision.others(),
            decision.changedFace()));
  }

  /**
   * Refuses what was captured, because the person is enrolled already.
   *
   * @param other whom the supervisor takes them for
   * @throws org.facedesk.core.FacedeskException FORBIDDEN, SESSION_STATE
   */
  public Outcome refuse(
      Actor operator, LiveSession session, Actor supervisor, String reason, UUID other) {
    operator.require(Role.OPERATOR);
    supervisor.require(Role.SUPERVISOR);
    return session.refuse(operator.name(), new Ruling(supervisor.name(), reason), other);
  }

  /** Cancels a session that captures or waits. */
  public void cancel(DeskSession begun) {
    try (LiveSession _ = begun.session()) {
      sessions.cancel(desk, begun.token());
    }
  }

  /**
   * Who people of a like face are; those who were erased meanwhile are missing.
   *
   * @throws org.facedesk.core.FacedeskException FORBIDDEN
   */
  public Map<UUID, UserRecord> lookalikes(Actor supervisor, Collection<UUID> ids) {
    supervisor.require(Role.SUPERVISOR);
    return people.apply(ids).stream()
        .collect(Collectors.toMap(UserRecord::id, Function.identity()));
  }
}
