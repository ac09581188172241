package org.facedesk.desktop.launch;

import java.util.Optional;
import java.util.UUID;
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
  public Optional<Named> named(UUID person) {
    return store.users().byId(person).map(user -> new Named(nameOf(user), otherClient(user)));
  }

  private String otherClient(UserRecord user) {
    return user.client().equals(desk.id())
        ? ""
        : store.clients().byId(user.client()).map(ClientRecord::name).orElse("");
  }

  @Override
  public String nameOf(UserRecord user) {
    return PersonName.of(user);
  }
}
