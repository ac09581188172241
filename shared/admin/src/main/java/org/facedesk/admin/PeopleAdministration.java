package org.facedesk.admin;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.gallery.Gallery;
import org.facedesk.store.AuditAction;
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
  private final PersonRecords records;

  public PeopleAdministration(Store store, Gallery gallery, InstantSource clock) {
    this.store = store;
    this.gallery = gallery;
    this.clock = clock;
    this.records = new PersonRecords(clock);
  }

  /**
   * @throws FacedeskException INVALID_REQUEST, USER_EXISTS
   */
  public UserRecord create(ClientRecord client, NewPerson person, Actor actor) {
    actor.require(Role.OPERATOR);
    UserRecord user = records.made(client, person);
    return store.inTransaction(tx -> {
      PersonRecords.insert(tx, user, person, actor);
      return user;
    });
  }

  /**
   * @throws FacedeskException USER_NOT_FOUND
   */
  public UserRecord find(ClientRecord client, String externalId) {
    return PersonRecords.found(store, client, externalId);
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
    actor.require(Role.OPERATOR);
    return store.inTransaction(tx -> {
      UserRecord before =
          tx.users().locked(client.id(), externalId).orElseThrow(PersonRecords::unknown);
      return changed(tx, before, change, actor);
    });
  }

  /**
   * Gives a person another name; the rest of the profile stays.
   *
   * @param name at most 200 characters; blank for none
   * @throws FacedeskException INVALID_REQUEST, USER_NOT_FOUND
   */
  public UserRecord rename(ClientRecord client, String externalId, String name, Actor actor) {
    actor.require(Role.OPERATOR);
    return store.inTransaction(tx -> {
      UserRecord before =
          tx.users().locked(client.id(), externalId).orElseThrow(PersonRecords::unknown);
      String profile = PersonName.in(before.profile(), name);
      return changed(tx, before, new PersonChange(profile, null, null, null), actor);
    });
  }

  private UserRecord changed(Store tx, UserRecord before, PersonChange change, Actor actor) {
    UserRecord after = records.changed(before, change);
    tx.users().update(after);
    change.withoutPictures().forEach(kind -> tx.pictures().delete(after.id(), kind));
    change
        .pictures()
        .forEach(
            picture -> tx.pictures().put(after.client(), after.id(), picture, after.updatedAt()));
    tx.audit().append(PersonRecords.event(verb(before, after), actor, after, Map.of()));
    return after;
  }

  private static AuditAction verb(UserRecord before, UserRecord after) {
    if (before.active() == after.active()) {
      return AuditAction.PERSON_CHANGED;
    }
    return after.active() ? AuditAction.PERSON_ACTIVATED : AuditAction.PERSON_DEACTIVATED;
  }

  /**
   * Erases a person: record, pictures, enrollments and templates, in the store and in the index.
   * Attempts and the audit trail keep no more of them than the record's id.
   *
   * @throws FacedeskException USER_NOT_FOUND; FORBIDDEN to operators below supervisor
   */
  public ErasureReceipt erase(ClientRecord client, String externalId, Actor actor) {
    return erase(client, externalId, Map.of(), actor);
  }

  /** The same, with the reason in the trail. */
  public ErasureReceipt erase(
      ClientRecord client, String externalId, ErasureReason reason, Actor actor) {
    return erase(client, externalId, Map.of("reason", reason.wireName()), actor);
  }

  /**
   * @param why stands in the audit trail
   */
  ErasureReceipt erase(
      ClientRecord client, String externalId, Map<String, String> why, Actor actor) {
    actor.require(Role.SUPERVISOR);
    UserRecord user = find(client, externalId);
    // an enrollment that is being committed either finds nobody, or its template is in this list
    List<Long> templates =
        store.inTransaction(tx -> {
          List<Long> gone =
              tx.users().delete(client.id(), user.id()).orElseThrow(PersonRecords::unknown);
          Map<String, String> details = new TreeMap<>(why);
          details.put("templates", String.valueOf(gone.size()));
          tx.audit().append(PersonRecords.event(AuditAction.PERSON_ERASED, actor, user, details));
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
}
