package org.facedesk.desktop.sessions;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.facedesk.admin.Actor;
import org.facedesk.admin.SessionWatch;
import org.facedesk.admin.SessionWatch.Watched;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Listeners;
import org.facedesk.desktop.ui.SignedIn;
import org.jspecify.annotations.Nullable;

/** The sessions screen without JavaFX. Everything here runs on the UI thread. */
public final class SessionsViewModel {
  /** The window ticks four times a second. */
  private static final int TICKS = 4;

  private final SessionWatch watch;
  private final Background background;
  private final Background askingAgain;
  private final SignedIn operator;
  private final Listeners<SessionsScreen> listeners = new Listeners<>();

  private List<Watched> rows = List.of();
  private boolean answered;
  private boolean asking;
  private int ticks;
  private @Nullable String notice;
  private @Nullable FaultReport fault;

  public SessionsViewModel(SessionWatch watch, Background background, SignedIn operator) {
    this.watch = watch;
    this.background = background;
    this.askingAgain = background.again();
    this.operator = operator;
  }

  /**
   * Told after every change, on the UI thread.
   *
   * @return ends it
   */
  public Runnable listen(Consumer<SessionsScreen> listener) {
    listener.accept(screen());
    return listeners.add(listener);
  }

  public SessionsScreen screen() {
    return new SessionsScreen(rows, answered, notice, fault);
  }

  private void changed() {
    listeners.tell(screen());
  }

  /** Called while the screen is seen; asks the station once a second. */
  public void tick() {
    if (++ticks >= TICKS) {
      refresh();
    }
  }

  /** Asks the station, unless its last answer is still awaited, or nobody is there to ask. */
  public void refresh() {
    ticks = 0;
    if (!asking) {
      operator.actor().ifPresent(this::ask);
    }
  }

  private void ask(Actor actor) {
    asking = true;
    askingAgain.run(
        () -> watch.list(actor),
        now -> {
          asking = false;
          answered = true;
          rows = now;
          changed();
        },
        this::failed);
  }

  /**
   * Ends a session.
   *
   * @param actor who decided it
   */
  public void cancel(UUID session, Actor actor) {
    notice = null;
    background.run(
        () -> watch.cancel(session, actor),
        ended -> {
          notice = ended ? "sessions.cancelled" : "sessions.over";
          refresh();
          changed();
        },
        this::failed);
  }

  public void dismissFault() {
    fault = null;
    changed();
  }

  private void failed(FaultReport why) {
    asking = false;
    fault = why;
    changed();
  }
}
