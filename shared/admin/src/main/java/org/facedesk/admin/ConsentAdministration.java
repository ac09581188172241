package org.facedesk.admin;

import java.util.List;
import java.util.Map;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.ConsentRecord;
import org.facedesk.store.DecisionRecord;
import org.facedesk.store.Store;

/** What people agreed to, and what happens when they do not any more. Safe for many threads. */
public final class ConsentAdministration {
  private final Store store;
  private final PeopleAdministration people;

  public ConsentAdministration(Store store, PeopleAdministration people) {
    this.store = store;
    this.people = people;
  }

  /**
   * @return what the person agreed to, newest first
   * @throws FacedeskException USER_NOT_FOUND
   */
  public List<ConsentRecord> of(ClientRecord client, String externalId) {
    return store.consents().ofUser(client.id(), people.find(client, externalId).id());
  }

  /**
   * Withdraws a person's consent: everything about them is erased, as {@link
   * PeopleAdministration#erase} does it.
   *
   * @param reason in words without names: they outlive the person in the audit trail
   * @throws FacedeskException FORBIDDEN for less than a supervisor, INVALID_REQUEST without a
   *     reason, USER_NOT_FOUND
   */
  public ErasureReceipt withdraw(
      ClientRecord client, String externalId, String reason, Actor actor) {
    actor.require(Role.SUPERVISOR);
    String words = reason.strip();
    if (words.isEmpty() || words.length() > DecisionRecord.MAX_REASON) {
      throw new FacedeskException(ErrorCode.INVALID_REQUEST, "a reason has 1 to 500 characters");
    }
    return people.erase(
        client, externalId, Map.of("cause", "consent_withdrawn", "reason", words), actor);
  }
}
