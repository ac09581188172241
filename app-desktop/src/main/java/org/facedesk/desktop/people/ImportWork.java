package org.facedesk.desktop.people;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.facedesk.admin.Actor;
import org.facedesk.admin.ImportRun;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.jspecify.annotations.Nullable;

/** An import as a chain of short pieces of background work. UI thread only. */
final class ImportWork {
  private final PeopleServices services;
  private final Background background;
  private final Consumer<State> told;
  private final Consumer<FaultReport> failed;
  private boolean stop;
  private @Nullable ImportRun open;

  /**
   * @param progress null before the first rows are done
   */
  record State(Path file, ImportRun.@Nullable Progress progress, boolean stopped) {
    boolean over() {
      return stopped || (progress != null && progress.over());
    }
  }

  ImportWork(
      PeopleServices services,
      Background background,
      Consumer<State> told,
      Consumer<FaultReport> failed) {
    this.services = services;
    this.background = background;
    this.told = told;
    this.failed = failed;
  }

  void begin(Path file, Actor actor) {
    stop = false;
    background.run(
        () -> new ImportRun(file, services.imports().of(services.desk(), file, actor)),
        run -> {
          open = run;
          next(file, run, run.progress());
        },
        failed);
  }

  /** After the rows that are being imported now. */
  void stop() {
    stop = true;
  }

  private void next(Path file, ImportRun run, ImportRun.Progress soFar) {
    if (stop || soFar.over()) {
      end(run, () -> told.accept(new State(file, soFar, !soFar.over())));
      return;
    }
    background.run(
        run::step,
        progress -> {
          if (!progress.over()) {
            told.accept(new State(file, progress, false));
          }
          next(file, run, progress);
        },
        fault -> end(run, () -> failed.accept(fault)));
  }

  private void end(ImportRun run, Runnable then) {
    if (open != run) {
      return;
    }
    open = null;
    background.run(
        () -> {
          run.close();
          return run;
        },
        closed -> then.run(),
        failed);
  }
}
