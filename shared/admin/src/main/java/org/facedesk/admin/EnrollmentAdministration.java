package org.facedesk.admin;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.gallery.Gallery;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.Store;
import org.facedesk.store.TemplateRecord;
import org.facedesk.store.UserRecord;

/**
 * A client's enrollments: listed, looked at, removed. A client sees its own only; another's are as
 * unknown as ones that never were (NOT_FOUND). Safe for many threads.
 */
public final class EnrollmentAdministration {
  private static final int MAX_PAGE = 200;

  private final Store store;
  private final Gallery gallery;
  private final InstantSource clock;

  public EnrollmentAdministration(Store store, Gallery gallery, InstantSource clock) {
    this.store = store;
    this.gallery = gallery;
    this.clock = clock;
  }

  /**
   * @param limit 1 to 200
   */
  public EnrollmentPage page(ClientRecord client, int offset, int limit) {
    if (offset < 0 || limit < 1 || limit > MAX_PAGE) {
      throw new FacedeskException(
          ErrorCode.INVALID_REQUEST, "A page starts at 0 or later and has 1 to 200 entries.");
    }
    return new EnrollmentPage(
        named(store.enrollments().page(client.id(), offset, limit)),
        store.enrollments().count(client.id()));
  }

  /**
   * @return the person's enrollments, newest first
   * @throws FacedeskException USER_NOT_FOUND
   */
  public List<EnrollmentView> ofPerson(ClientRecord client, String externalId) {
    UserRecord user =
        store
            .users()
            .byExternalId(client.id(), externalId)
            .orElseThrow(
                () -> new FacedeskException(ErrorCode.USER_NOT_FOUND, "There is no such user."));
    return store.enrollments().ofUser(client.id(), user.id()).stream()
        .map(enrollment -> new EnrollmentView(enrollment, externalId))
        .toList();
  }

  /**
   * @throws FacedeskException NOT_FOUND
   */
  public EnrollmentView find(ClientRecord client, UUID id) {
    return store
        .enrollments()
        .byId(client.id(), id)
        .flatMap(enrollment -> named(List.of(enrollment)).stream().findFirst())
        .orElseThrow(EnrollmentAdministration::unknown);
  }

  /** Those whose person was erased meanwhile are gone, too. */
  private List<EnrollmentView> named(List<EnrollmentRecord> enrollments) {
    Map<UUID, String> names =
        store
            .users()
            .byIds(enrollments.stream().map(EnrollmentRecord::user).distinct().toList())
            .stream()
            .collect(Collectors.toMap(UserRecord::id, UserRecord::externalId));
    return enrollments.stream()
        .filter(enrollment -> names.containsKey(enrollment.user()))
        .map(
            enrollment -> new EnrollmentView(enrollment, names.getOrDefault(enrollment.user(), "")))
        .toList();
  }

  /**
   * Removes an enrollment and the template that came of it; without another template the person
   * counts as not enrolled. One that is still going on is cancelled with its session.
   *
   * @throws FacedeskException NOT_FOUND; FORBIDDEN to operators below supervisor
   */
  public void delete(ClientRecord client, UUID id, Actor actor) {
    actor.require(Role.SUPERVISOR);
    List<Long> gone = store.inTransaction(tx -> removed(tx, client, id, actor));
    gone.forEach(gallery::remove);
  }

  private List<Long> removed(Store tx, ClientRecord client, UUID id, Actor actor) {
    EnrollmentRecord enrollment =
        tx.enrollments().byId(client.id(), id).orElseThrow(EnrollmentAdministration::unknown);
    // the session first, in the order in which finishing an enrollment locks them
    tx.sessions()
        .move(
            enrollment.session(),
            SessionStatus.CANCELLED,
            enrollment.frames(),
            clock.instant(),
            "enrollment_deleted");
    String externalId =
        tx.users()
            .byId(enrollment.user())
            .map(UserRecord::externalId)
            .orElseThrow(EnrollmentAdministration::unknown);
    UserRecord user =
        tx.users().locked(client.id(), externalId).orElseThrow(EnrollmentAdministration::unknown);
    if (!tx.enrollments().delete(client.id(), id)) {
      throw unknown();
    }
    List<TemplateRecord> templates = tx.templates().ofUser(user.id());
    List<Long> gone =
        templates.stream()
            .filter(template -> template.enrollment().equals(id))
            .map(TemplateRecord::id)
            .filter(tx.templates()::delete)
            .toList();
    if (!gone.isEmpty() && gone.size() == templates.size()) {
      tx.users().update(notEnrolled(user));
      tx.pictures().similarity(user.id(), Picture.Kind.OLD_PROFILE_PHOTO, null);
    }
    tx.audit()
        .append(
            new AuditEvent(
                AuditAction.ENROLLMENT_DELETED,
                actor.name(),
                client.id(),
                id.toString(),
                actor.correlationId(),
                Map.of("templates", String.valueOf(gone.size()))));
    return gone;
  }

  private UserRecord notEnrolled(UserRecord user) {
    return new UserRecord(
        user.id(),
        user.client(),
        user.externalId(),
        user.profile(),
        user.metadata(),
        user.faceAuthEnabled(),
        user.active(),
        null,
        user.createdAt(),
        clock.instant());
  }

  private static FacedeskException unknown() {
    return new FacedeskException(ErrorCode.NOT_FOUND, "There is no such enrollment.");
  }
}
