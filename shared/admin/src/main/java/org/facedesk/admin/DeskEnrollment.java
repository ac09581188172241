package org.facedesk.admin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
  private final UnaryOperator<Actor> asOfNow;
  private final ClientRecord desk;

  /**
   * @param people who these are, those of them that are there
   * @param sources what the pictures may come from
   * @param asOfNow an actor in their present role, as {@link Standing#now}: whoever was called to a
   *     review may have been looking at it for a while
   */
  public DeskEnrollment(
      SessionService sessions,
      Function<Collection<UUID>, List<UserRecord>> people,
      ClientRecord desk,
      DeskSources sources,
      UnaryOperator<Actor> asOfNow) {
    this.sessions = sessions;
    this.people = people;
    this.desk = desk;
    this.sources = sources;
    this.asOfNow = asOfNow;
  }

  private void require(Actor actor, Role needed) {
    asOfNow.apply(actor).require(needed);
  }

  /**
   * Begins to capture; consent and exemption are on disk when this returns.
   *
   * @throws org.facedesk.core.FacedeskException FORBIDDEN for a source or an exemption that takes
   *     another role; INVALID_REQUEST, TOO_MANY_SESSIONS
   */
  public DeskSession begin(Actor operator, EnrollmentOrder order) {
    require(operator, Role.OPERATOR);
    sources.require(asOfNow.apply(operator), order.source());
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

  private List<DeskTerms.Exemption> exemptions(EnrollmentOrder order) {
    EnrollmentOrder.Exemption wanted = order.exemption();
    if (wanted == null) {
      return List.of();
    }
    require(wanted.supervisor(), Role.SUPERVISOR);
    Ruling ruling = new Ruling(wanted.supervisor().name(), wanted.reason());
    return wanted.proofs().stream()
        .sorted()
        .map(proof -> new DeskTerms.Exemption(proof, ruling))
        .toList();
  }

  /**
   * Enrolls what was captured; it is on disk when this returns.
   *
   * @param name what the person is called from now on, written in the same commit; blank if that
   *     stays as it is
   * @param oldPhoto kept with the person; null for none
   * @param decision null if nothing stands against it
   * @throws org.facedesk.core.FacedeskException INVALID_REQUEST for a name that cannot be one, see
   *     {@link PersonName#permits}; FORBIDDEN if a supervisor has to decide first, also about
   *     something that came up since the review; SESSION_STATE if nothing waits
   */
  public Outcome confirm(
      Actor operator,
      LiveSession session,
      String name,
      @Nullable Picture oldPhoto,
      @Nullable DuplicateDecision decision) {
    require(operator, Role.OPERATOR);
    Confirmation word = Confirmation.plain(operator.name(), oldPhoto);
    if (decision != null) {
      require(decision.supervisor(), Role.SUPERVISOR);
      word =
          word.ruled(
              new Ruling(decision.supervisor().name(), decision.reason()),
              decision.others(),
              decision.changedFace());
    }
    return session.confirm(
        name.isBlank() ? word : word.withProfile(profile -> PersonName.in(profile, name)));
  }

  /**
   * Refuses what was captured, because the person is enrolled already.
   *
   * @param other whom the supervisor takes them for
   * @throws org.facedesk.core.FacedeskException FORBIDDEN, SESSION_STATE
   */
  public Outcome refuse(
      Actor operator, LiveSession session, Actor supervisor, String reason, UUID other) {
    require(operator, Role.OPERATOR);
    require(supervisor, Role.SUPERVISOR);
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
    require(supervisor, Role.SUPERVISOR);
    return people.apply(ids).stream()
        .collect(Collectors.toMap(UserRecord::id, Function.identity()));
  }
}
