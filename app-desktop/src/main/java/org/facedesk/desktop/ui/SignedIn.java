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
    return actor()
        .orElseThrow(() -> new FacedeskException(ErrorCode.UNAUTHENTICATED, "nobody is signed in"));
  }

  public Optional<Operator> operator() {
    return Optional.ofNullable(operator);
  }

  /**
   * The same for what happens by itself, and may happen when nobody is at the desk any more: the
   * clock, the end of work in the background, a screen that is made anew.
   */
  public Optional<Actor> actor() {
    return operator().map(Operator::actor);
  }

  public void in(Operator who) {
    operator = who;
  }

  public void out() {
    operator = null;
  }
}
