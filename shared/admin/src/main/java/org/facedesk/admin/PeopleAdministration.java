package org.facedesk.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.gallery.Gallery;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.Store;
import org.facedesk.store.TemplateRecord;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;

/**
 * A client's people: made, found, changed, erased. A client sees its own people only; another's are
 * as unknown as ones that never were (USER_NOT_FOUND). Safe for many threads.
 */
public final class PeopleAdministration {
  private static final int MAX_PAGE = 200;

  private final Store store;
  private final Gallery gallery;
  private final InstantSource clock;

  public PeopleAdministration(Store store, Gallery gallery, InstantSource clock) {
    this.store = store;
    this.gallery = gallery;
    this.clock = clock;
  }

  /**
   * @throws FacedeskException INVALID_REQUEST, USER_EXISTS
   */
  public UserRecord create(ClientRecord client, NewPerson person, Actor actor) {
    Instant now = clock.instant();
    UserRecord user =
        new UserRecord(
            UUID.randomUUID(),
            client.id(),
            Checks.name("The user id", person.externalId()),
            Checks.object("The profile", person.profile()),
            Checks.object("The metadata", person.metadata()),
            person.faceAuthEnabled(),
            true,
            null,
            now,
            now);
    return store.inTransaction(tx -> {
      tx.users().insert(user);
      tx.audit().append(event("person.created", actor, user, Map.of()));
      return user;
    });
  }

  /**
   * @throws FacedeskException USER_NOT_FOUND
   */
  public UserRecord find(ClientRecord client, String externalId) {
    return found(store, client, externalId);
  }

  /**
   * @param limit 1 to 200
   */
  public PeoplePage page(ClientRecord client, int offset, int limit) {
    if (offset < 0 || limit < 1 || limit > MAX_PAGE) {
      throw new FacedeskException(
          ErrorCode.INVALID_REQUEST, "A page starts at 0 or later and has 1 to 200 entries.");
    }
    return new PeoplePage(
        store.users().page(client.id(), offset, limit), store.users().count(client.id()));
  }

  /**
   * @throws FacedeskException INVALID_REQUEST, USER_NOT_FOUND
   */
  public UserRecord change(
      ClientRecord client, String externalId, PersonChange change, Actor actor) {
    return store.inTransaction(tx -> {
      UserRecord before = found(tx, client, externalId);
      UserRecord after = changed(before, change, before.enrolledAt());
      tx.users().update(after);
      tx.audit().append(event(verb(before, after), actor, after, Map.of()));
      return after;
    });
  }

  private UserRecord changed(UserRecord user, PersonChange change, @Nullable Instant enrolledAt) {
    String profile = change.profile();
    String metadata = change.metadata();
    return new UserRecord(
        user.id(),
        user.client(),
        user.externalId(),
        profile == null ? user.profile() : Checks.object("The profile", profile),
        metadata == null ? user.metadata() : Checks.object("The metadata", metadata),
        change.faceAuthEnabled() == null ? user.faceAuthEnabled() : change.faceAuthEnabled(),
        change.active() == null ? user.active() : change.active(),
        enrolledAt,
        user.createdAt(),
        clock.instant());
  }

  private static String verb(UserRecord before, UserRecord after) {
    if (before.active() == after.active()) {
      return "person.changed";
    }
    return after.active() ? "person.activated" : "person.deactivated";
  }

  /**
   * Erases a person: record, enrollments and templates, in the store and in the index. Attempts and
   * the audit trail keep no more of them than the record's id.
   *
   * @throws FacedeskException USER_NOT_FOUND
   */
  public ErasureReceipt erase(ClientRecord client, String externalId, Actor actor) {
    UserRecord user = find(client, externalId);
    List<Long> templates =
        store.inTransaction(tx -> {
          List<Long> gone =
              tx.users().delete(client.id(), user.id()).orElseThrow(PeopleAdministration::unknown);
          tx.audit()
              .append(
                  event(
                      "person.erased",
                      actor,
                      user,
                      Map.of("templates", String.valueOf(gone.size()))));
          return gone;
        });
    templates.forEach(gallery::remove);
    return new ErasureReceipt(user.id(), templates.size(), clock.instant());
  }

  /**
   * @return the person's enrollments, newest first
   * @throws FacedeskException USER_NOT_FOUND
   */
  public List<EnrollmentRecord> enrollments(ClientRecord client, String externalId) {
    return store.enrollments().ofUser(client.id(), find(client, externalId).id());
  }

  /**
   * Removes an enrollment and the template that came of it; without another template the person
   * counts as not enrolled.
   *
   * @throws FacedeskException NOT_FOUND
   */
  public void deleteEnrollment(ClientRecord client, UUID enrollment, Actor actor) {
    List<Long> gone = store.inTransaction(tx -> removed(tx, client, enrollment, actor));
    gone.forEach(gallery::remove);
  }

  private List<Long> removed(Store tx, ClientRecord client, UUID id, Actor actor) {
    EnrollmentRecord enrollment =
        tx.enrollments()
            .byId(client.id(), id)
            .orElseThrow(
                () -> new FacedeskException(ErrorCode.NOT_FOUND, "There is no such enrollment."));
    tx.enrollments().delete(client.id(), id);
    List<TemplateRecord> templates = tx.templates().ofUser(enrollment.user());
    List<Long> gone =
        templates.stream()
            .filter(template -> template.enrollment().equals(id))
            .map(TemplateRecord::id)
            .filter(tx.templates()::delete)
            .toList();
    if (!gone.isEmpty() && gone.size() == templates.size()) {
      tx.users()
          .byId(enrollment.user())
          .map(user -> changed(user, new PersonChange(null, null, null, null), null))
          .ifPresent(tx.users()::update);
    }
    tx.audit()
        .append(
            new AuditEvent(
                "enrollment.deleted",
                actor.name(),
                client.id(),
                id.toString(),
                actor.correlationId(),
                Map.of("templates", String.valueOf(gone.size()))));
    return gone;
  }

  private static UserRecord found(Store store, ClientRecord client, String externalId) {
    return store
        .users()
        .byExternalId(client.id(), externalId)
        .orElseThrow(PeopleAdministration::unknown);
  }

  private static FacedeskException unknown() {
    return new FacedeskException(ErrorCode.USER_NOT_FOUND, "There is no such user.");
  }

  private static AuditEvent event(
      String action, Actor actor, UserRecord user, Map<String, String> details) {
    return new AuditEvent(
        action, actor.name(), user.client(), user.id().toString(), actor.correlationId(), details);
  }
}
