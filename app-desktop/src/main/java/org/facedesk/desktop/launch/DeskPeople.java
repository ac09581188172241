package org.facedesk.desktop.launch;

import java.time.InstantSource;
import java.util.Optional;
import org.facedesk.admin.Actor;
import org.facedesk.admin.PeopleAdministration;
import org.facedesk.admin.PersonName;
import org.facedesk.desktop.capture.People;
import org.facedesk.gallery.Gallery;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;

/** The desk's people, in the store. */
final class DeskPeople implements People {
  private final Store store;
  private final ClientRecord desk;
  private final PeopleAdministration administration;

  DeskPeople(Store store, Gallery gallery, ClientRecord desk) {
    this.store = store;
    this.desk = desk;
    this.administration = new PeopleAdministration(store, gallery, InstantSource.system());
  }

  @Override
  public Optional<Person> find(String userId) {
    return store
        .users()
        .byExternalId(desk.id(), userId)
        .map(user -> new Person(user.externalId(), nameOf(user), user.enrolledAt()));
  }

  @Override
  public String nameOf(UserRecord user) {
    return PersonName.of(user);
  }

  @Override
  public void rename(String userId, String name, Actor actor) {
    administration.rename(desk, userId, name, actor);
  }
}
