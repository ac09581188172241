package org.facedesk.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.facedesk.desktop.ui.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's threads beside the one that draws: one for each workflow, so that none waits. */
final class Workers {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
  private static final int CLOSING_SECONDS = 10;

  private final List<ExecutorService> finishing = new ArrayList<>();
  private final List<ExecutorService> leaving = new ArrayList<>();

  /** Its tasks are finished before the window counts as closed. */
  Background finishing(String name) {
    return on(name, finishing);
  }

  /** Its tasks are interrupted when the window closes. */
  Background leaving(String name) {
    return on(name, leaving);
  }

  private static Background on(String name, List<ExecutorService> owned) {
    ExecutorService executor =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).factory());
    owned.add(executor);
    return new Background(executor, Platform::runLater);
  }

  /** Takes no more tasks. */
  void shutdown() {
    finishing.forEach(ExecutorService::shutdown);
    leaving.forEach(ExecutorService::shutdownNow);
  }

  /** Returns when everything that had begun is finished, or after a few seconds. */
  void await() {
    try {
      for (ExecutorService each : finishing) {
        if (!each.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
          LOG.warn("Something at the desk was not finished within {} seconds", CLOSING_SECONDS);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
