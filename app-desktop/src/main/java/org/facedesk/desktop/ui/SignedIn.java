package org.facedesk.desktop.ui;

import java.util.Optional;
import java.util.function.Supplier;
import org.facedesk.admin.Actor;
import org.facedesk.admin.Operator;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the desk. Whoever calls a use case asks it for the actor at that moment. Safe for many
 * threads.
 */
public final class SignedIn implements Supplier<Actor> {
  private volatile @Nullable Operator operator;

  /** Nobody, until someone signs in. */
  public SignedIn() {}

  public SignedIn(Operator operator) {
    this.operator = operator;
  }

  /**
   * @throws FacedeskException UNAUTHENTICATED when nobody is
   */
  @Override
  public Actor get() {
    return operator()
        .map(Operator::actor)
        .orElseThrow(() -> new FacedeskException(ErrorCode.UNAUTHENTICATED, "nobody is signed in"));
  }

  public Optional<Operator> operator() {
    return Optional.ofNullable(operator);
  }

  public void in(Operator who) {
    operator = who;
  }

  public void out() {
    operator = null;
  }
}
