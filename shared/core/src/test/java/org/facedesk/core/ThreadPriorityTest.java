package org.facedesk.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ThreadPriorityTest {
  /** What Linux says of the calling thread, in the 19th field of its line. */
  private static int niceness() throws IOException {
    String line = Files.readString(Path.of("/proc/thread-self/stat"));
    return Integer.parseInt(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[16]);
  }

  private static <T> T onAThreadOfItsOwn(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().start(task);
    return task.get();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theThreadThatStepsBackIsNicerAndNoOther() throws Exception {
    int mine = niceness();
    int stepped =
        onAThreadOfItsOwn(() -> {
          assertThat(ThreadPriority.stepBack(3)).isTrue();
          return niceness();
        });
    assertThat(stepped).isEqualTo(Math.min(19, mine + 3));
    assertThat(niceness()).isEqualTo(mine);
  }

  @Test
  void noThreadIsStoppedByIt() throws Exception {
    assertThat(
            onAThreadOfItsOwn(() -> {
              boolean _ = ThreadPriority.stepBack(100);
              return "done";
            }))
        .isEqualTo("done");
  }
}
