package org.facedesk.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.facedesk.store.AttemptRecord;
import org.facedesk.store.Audit;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;

/** What is on record about one person. Safe for many threads. */
public final class PeopleHistory {
  private final Store store;

  public PeopleHistory(Store store) {
    this.store = store;
  }

  /**
   * @throws org.facedesk.core.FacedeskException USER_NOT_FOUND
   */
  public PersonHistory of(ClientRecord client, String externalId, Actor actor) {
    actor.require(Role.OPERATOR);
    UserRecord user = PersonRecords.found(store, client, externalId);
    List<EnrollmentRecord> enrollments = store.enrollments().ofUser(client.id(), user.id());
    List<AttemptRecord> attempts = store.attempts().ofUser(user.id(), PersonHistory.MOST);
    return new PersonHistory(
        user,
        PersonName.of(user),
        portrait(user),
        store.pictures().facts(List.of(user.id())).getOrDefault(user.id(), List.of()),
        enrollments,
        attempts,
        actor.covers(Role.SUPERVISOR) ? trail(user, enrollments, attempts) : List.of());
  }

  private Optional<byte[]> portrait(UserRecord user) {
    return Stream.of(Picture.Kind.PROFILE_IMAGE, Picture.Kind.OLD_PROFILE_PHOTO)
        .map(kind -> store.pictures().find(user.id(), kind))
        .flatMap(Optional::stream)
        .map(Picture::image)
        .findFirst();
  }

  private List<Audit.Entry> trail(
      UserRecord user, List<EnrollmentRecord> enrollments, List<AttemptRecord> attempts) {
    List<String> subjects = new ArrayList<>();
    subjects.add(user.id().toString());
    enrollments.forEach(enrollment -> {
      subjects.add(enrollment.id().toString());
      subjects.add(enrollment.session().toString());
    });
    attempts.forEach(attempt -> subjects.add(attempt.session().toString()));
    return store.audit().about(subjects.stream().distinct().toList(), PersonHistory.MOST);
  }
}
