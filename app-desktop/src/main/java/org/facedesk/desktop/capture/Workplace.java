package org.facedesk.desktop.capture;

import org.facedesk.admin.Actor;
import org.facedesk.admin.DeskCheck;
import org.facedesk.admin.DeskEnrollment;
import org.facedesk.enroll.PictureIntake;
import org.facedesk.store.ClientRecord;

/**
 * What the desk works upon: in earnest the station's people, in practice mode a register that
 * forgets everything.
 *
 * @param desk the built-in client whose people these are
 * @param pictures reads old photos
 */
public record Workplace(
    ClientRecord desk,
    DeskEnrollment enrollment,
    DeskCheck check,
    Unlocking unlocking,
    People people,
    PictureIntake pictures) {

  /** Lets somebody try again who was locked. Blocks on the store. */
  @FunctionalInterface
  public interface Unlocking {
    /**
     * @throws org.facedesk.core.FacedeskException FORBIDDEN for less than a supervisor
     */
    void unlock(String userId, Actor supervisor);
  }
}
