package org.facedesk.desktop.launch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.facedesk.desktop.capture.People;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The desk's people, in the store; a person's name stands in the profile. */
final class DeskPeople implements People {
  private static final String NAME = "name";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

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
    return String.valueOf(profile(user).getOrDefault(NAME, ""));
  }

  @Override
  public void rename(String userId, String name) {
    store.inTransaction(tx -> {
      tx.users().locked(desk.id(), userId).ifPresent(user -> tx.users().update(named(user, name)));
      return userId;
    });
  }

  private static UserRecord named(UserRecord user, String name) {
    Map<String, Object> profile = profile(user);
    profile.put(NAME, name);
    return new UserRecord(
        user.id(),
        user.client(),
        user.externalId(),
        MAPPER.writeValueAsString(profile),
        user.metadata(),
        user.faceAuthEnabled(),
        user.active(),
        user.enrolledAt(),
        user.createdAt(),
        Instant.now());
  }

  private static Map<String, Object> profile(UserRecord user) {
    return new LinkedHashMap<>(
        MAPPER.readValue(user.profile(), new TypeReference<Map<String, Object>>() {}));
  }
}
