package org.facedesk.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.gallery.Gallery;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.PictureFacts;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;

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
    Instant now = now();
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
      person.pictures().forEach(picture -> tx.pictures().put(client.id(), user.id(), picture, now));
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
      UserRecord before =
          tx.users().locked(client.id(), externalId).orElseThrow(PeopleAdministration::unknown);
      UserRecord after = changed(before, change);
      tx.users().update(after);
      change.withoutPictures().forEach(kind -> tx.pictures().delete(after.id(), kind));
      change
          .pictures()
          .forEach(
              picture -> tx.pictures().put(client.id(), after.id(), picture, after.updatedAt()));
      tx.audit().append(event(verb(before, after), actor, after, Map.of()));
      return after;
    });
  }

  private UserRecord changed(UserRecord user, PersonChange change) {
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
        user.enrolledAt(),
        user.createdAt(),
        now());
  }

  private static String verb(UserRecord before, UserRecord after) {
    if (before.active() == after.active()) {
      return "person.changed";
    }
    return after.active() ? "person.activated" : "person.deactivated";
  }

  /**
   * Erases a person: record, pictures, enrollments and templates, in the store and in the index.
   * Attempts and the audit trail keep no more of them than the record's id.
   *
   * @throws FacedeskException USER_NOT_FOUND
   */
  public ErasureReceipt erase(ClientRecord client, String externalId, Actor actor) {
    return erase(client, externalId, Map.of(), actor);
  }

  /**
   * @param why stands in the audit trail
   */
  ErasureReceipt erase(
      ClientRecord client, String externalId, Map<String, String> why, Actor actor) {
    UserRecord user = find(client, externalId);
    // an enrollment that is being committed either finds nobody, or its template is in this list
    List<Long> templates =
        store.inTransaction(tx -> {
          List<Long> gone =
              tx.users().delete(client.id(), user.id()).orElseThrow(PeopleAdministration::unknown);
          Map<String, String> details = new TreeMap<>(why);
          details.put("templates", String.valueOf(gone.size()));
          tx.audit().append(event("person.erased", actor, user, details));
          return gone;
        });
    templates.forEach(gallery::remove);
    return new ErasureReceipt(user.id(), templates.size(), clock.instant());
  }

  /** What pictures these people have; no entry for those without. */
  public Map<UUID, List<PictureFacts>> pictures(List<UserRecord> people) {
    return store.pictures().facts(people.stream().map(UserRecord::id).toList());
  }

  /**
   * @return a JPEG file's bytes
   * @throws FacedeskException USER_NOT_FOUND, or NOT_FOUND if the person has none of this kind
   */
  public byte[] picture(ClientRecord client, String externalId, Picture.Kind kind) {
    return store
        .pictures()
        .find(find(client, externalId).id(), kind)
        .map(Picture::image)
        .orElseThrow(() -> new FacedeskException(ErrorCode.NOT_FOUND, "There is no such picture."));
  }

  /** As exact as databases are, so that what is told is what is kept. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
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
