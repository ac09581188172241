package org.facedesk.desktop.login;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.facedesk.admin.Actor;
import org.facedesk.admin.OperatorAdministration;
import org.facedesk.admin.OperatorResult;
import org.facedesk.admin.OperatorView;
import org.facedesk.admin.Role;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Listeners;
import org.facedesk.desktop.ui.SignedIn;
import org.jspecify.annotations.Nullable;

/** The operators' accounts, without JavaFX. UI thread only. */
public final class OperatorsViewModel {
  private final OperatorAdministration operators;
  private final SignedIn signedIn;
  private final Background background;
  private final Listeners<OperatorsScreen> listeners = new Listeners<>();

  private List<OperatorView> all = List.of();
  private boolean loading;
  private OperatorResult.@Nullable Reason refused;
  private @Nullable FaultReport fault;

  public OperatorsViewModel(
      OperatorAdministration operators, SignedIn signedIn, Background background) {
    this.operators = operators;
    this.signedIn = signedIn;
    this.background = background;
  }

  /**
   * Told at once and after every change.
   *
   * @return ends it
   */
  public Runnable listen(Consumer<OperatorsScreen> listener) {
    listener.accept(screen());
    return listeners.add(listener);
  }

  public OperatorsScreen screen() {
    return new OperatorsScreen(all, loading, refused, fault);
  }

  /** Reads the accounts again, if someone is there to see them. */
  public void refresh() {
    signedIn.actor().ifPresent(this::ask);
  }

  private void ask(Actor actor) {
    loading = true;
    changed();
    background.run(
        () -> operators.list(actor),
        list -> {
          loading = false;
          all = list;
          changed();
        },
        this::failed);
  }

  /**
   * @param password wiped by the use case
   * @param done called when it was made
   */
  public void create(String name, Role role, char[] password, Runnable done) {
    Actor actor = signedIn.get();
    change(() -> operators.create(actor, name, role, password), done);
  }

  public void rename(UUID id, String name, Runnable done) {
    Actor actor = signedIn.get();
    change(() -> operators.rename(actor, id, name), done);
  }

  public void changeRole(UUID id, Role role, Runnable done) {
    Actor actor = signedIn.get();
    change(() -> operators.changeRole(actor, id, role), done);
  }

  public void setActive(UUID id, boolean active) {
    Actor actor = signedIn.get();
    change(() -> operators.setActive(actor, id, active), () -> {});
  }

  /**
   * @param password wiped by the use case
   */
  public void resetPassword(UUID id, char[] password, Runnable done) {
    Actor actor = signedIn.get();
    change(() -> operators.resetPassword(actor, id, password), done);
  }

  /** Forgets why the last change was not made. */
  public void dismiss() {
    refused = null;
    fault = null;
    changed();
  }

  private void change(Callable<OperatorResult> task, Runnable done) {
    refused = null;
    loading = true;
    changed();
    background.run(
        task,
        result -> {
          loading = false;
          switch (result) {
            case OperatorResult.Done made -> {
              done.run();
              refresh();
            }
            case OperatorResult.Refused(OperatorResult.Reason reason) -> {
              refused = reason;
              changed();
            }
          }
        },
        this::failed);
  }

  private void failed(FaultReport why) {
    loading = false;
    fault = why;
    changed();
  }

  private void changed() {
    listeners.tell(screen());
  }
}
