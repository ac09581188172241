package org.facedesk.desktop.enroll;

import java.util.List;
import java.util.Set;
import org.facedesk.admin.ConsentText;
import org.facedesk.desktop.capture.People;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.enroll.DeskTerms;
import org.jspecify.annotations.Nullable;

/**
 * What was entered about a person.
 *
 * @param known the person of that id, if the desk has them already
 * @param languages the consent text is there in
 * @param consent the text in the language chosen
 * @param exempt what is not asked of the person
 * @param exemptionOpen whether the operator is asking for an exemption
 */
public record WhoSheet(
    String userId,
    String name,
    People.@Nullable Person known,
    List<String> languages,
    ConsentText consent,
    boolean agreed,
    Photo photo,
    Set<DeskTerms.Proof> exempt,
    boolean exemptionOpen) {

  /** The name that was entered, or the one that is on record; empty if there is neither. */
  public String personName() {
    People.Person person = known;
    return name.isBlank() && person != null ? person.name() : name.strip();
  }

  /** An old document's photo. */
  public sealed interface Photo {
    /** None was brought. */
    record None() implements Photo {}

    /** One is being looked at. */
    record Reading() implements Photo {}

    /**
     * @param jpeg the picture as it will be kept
     */
    record Ready(byte[] jpeg) implements Photo {
      @Override
      public String toString() {
        return "Ready[" + jpeg.length + " bytes]";
      }
    }

    /** It cannot be used. */
    record Unusable(FaultReport why) implements Photo {}
  }
}
