package org.facedesk.desktop.ui;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.facedesk.admin.Actor;
import org.facedesk.admin.Operator;
import org.facedesk.admin.Role;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the desk. Whoever calls a use case asks it for the actor at that moment. Safe for many
 * threads.
 */
public final class SignedIn implements Supplier<Actor> {
  private final Listeners<Optional<Operator>> listeners = new Listeners<>();
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

  /** Who is, if their role covers this one. */
  public Optional<Actor> covering(Role needed) {
    return operator().filter(who -> who.role().covers(needed)).map(Operator::actor);
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

  /**
   * Told when it is somebody else from here on, or nobody; on the thread that says so. The same
   * operator who is let in again is no news.
   *
   * @return ends it
   */
  public Runnable listen(Consumer<Optional<Operator>> listener) {
    return listeners.add(listener);
  }

  public void in(Operator who) {
    become(who);
  }

  public void out() {
    become(null);
  }

  private void become(@Nullable Operator next) {
    Optional<UUID> before = operator().map(Operator::id);
    operator = next;
    if (!before.equals(operator().map(Operator::id))) {
      listeners.tell(operator());
    }
  }
}
