package org.facedesk.desktop.launch;

import java.util.Optional;
import org.facedesk.admin.PersonName;
import org.facedesk.desktop.capture.People;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;

/** The desk's people, in the store. */
final class DeskPeople implements People {
  private final Store store;
  private final ClientRecord desk;

  DeskPeople(Store store, ClientRecord desk) {
    this.store = store;
    this.desk = desk;
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
}
