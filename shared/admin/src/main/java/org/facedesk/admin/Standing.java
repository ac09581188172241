package org.facedesk.admin;

import java.util.Optional;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.OperatorRecord;
import org.facedesk.store.Operators;

/**
 * What operators are as of now, whatever they were when they signed in: an account may be changed
 * at another station, or by another administrator. Safe for many threads; every call blocks on the
 * store.
 */
public final class Standing {
  private final Operators operators;

  public Standing(Operators operators) {
    this.operators = operators;
  }

  /** Empty if the account is not active any more, or gone. */
  public Optional<Operator> of(UUID operator) {
    return operators
        .byId(operator)
        .filter(OperatorRecord::active)
        .map(known -> new Operator(known.id(), known.name(), Role.valueOf(known.role())));
  }

  /**
   * The same actor in their present role; others than operators as they are.
   *
   * @throws FacedeskException FORBIDDEN if it is an operator no more
   */
  public Actor now(Actor actor) {
    return actor
        .operator()
        .map(id ->
            of(id)
                .orElseThrow(() ->
                    new FacedeskException(
                        ErrorCode.FORBIDDEN, "this operator's account is not active"))
                .actor())
        .orElse(actor);
  }
}
