package org.facedesk.desktop.capture;

import java.util.function.Consumer;
import org.facedesk.admin.Actor;
import org.facedesk.admin.DeskSources;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;

/** Whether it is in earnest, and what that means for who may do what. UI thread only. */
final class PracticeMode {
  private final CaptureServices services;
  private final Background background;
  private Workplace workplace;

  PracticeMode(CaptureServices services, Background background) {
    this.services = services;
    this.background = background;
    this.workplace = services.earnest();
  }

  Workplace workplace() {
    return workplace;
  }

  boolean on() {
    return !workplace.equals(services.earnest());
  }

  /** Whether whoever is signed in may use a source now; nobody may use none. */
  boolean permits(String source) {
    DeskSources sources = on() ? DeskSources.PRACTICE : DeskSources.EARNEST;
    return services
        .signedIn()
        .operator()
        .filter(operator -> sources.permits(operator.actor(), source))
        .isPresent();
  }

  /**
   * @param then called when there is a register to practise upon
   */
  void enter(Runnable then, Consumer<FaultReport> failed) {
    Actor actor = services.signedIn().get();
    background.run(
        () -> services.practice().enter(actor),
        made -> {
          workplace = made;
          then.run();
        },
        failed);
  }

  /** In earnest at once; the register is forgotten after what was begun upon it. */
  void leave(Runnable then, Consumer<FaultReport> failed) {
    Actor actor = services.signedIn().get();
    workplace = services.earnest();
    then.run();
    background.run(
        () -> {
          services.practice().leave(actor);
          return true;
        },
        done -> {},
        failed);
  }
}
