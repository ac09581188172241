package org.facedesk.admin;

import java.util.List;
import java.util.Optional;
import org.facedesk.store.AttemptRecord;
import org.facedesk.store.Audit;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.PictureFacts;
import org.facedesk.store.UserRecord;

/**
 * All that is known about a person, except templates.
 *
 * @param portrait a JPEG file's bytes: the picture to be shown, else the old photo
 * @param enrollments newest first
 * @param attempts newest first, at most {@value #MOST}
 * @param trail entries about the person and their sessions, newest first, at most {@value #MOST};
 *     empty for whom the trail is not
 */
public record PersonHistory(
    UserRecord user,
    String name,
    Optional<byte[]> portrait,
    List<PictureFacts> pictures,
    List<EnrollmentRecord> enrollments,
    List<AttemptRecord> attempts,
    List<Audit.Entry> trail) {
  static final int MOST = 200;

  /** Whether there is a picture of this kind. */
  public boolean has(Picture.Kind kind) {
    return pictures.stream().anyMatch(facts -> facts.kind() == kind);
  }

  /** Keeps personal data out of logs. */
  @Override
  public String toString() {
    return "PersonHistory[" + user.id() + "]";
  }
}
