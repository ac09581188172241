package org.facedesk.desktop.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How long threads of this process ran, and how long they were ready and waited for a core: Linux
 * counts both in {@code schedstat}. Threads of one name are counted together.
 */
record CoreWaits(Map<String, Times> byName) {
  private static final Path TASKS = Path.of("/proc/self/task");

  /**
   * @param running nanoseconds on a core
   * @param waiting nanoseconds ready, without one
   */
  record Times(long running, long waiting) {
    Times plus(Times other) {
      return new Times(running + other.running, waiting + other.waiting);
    }

    Times minus(Times other) {
      return new Times(running - other.running, waiting - other.waiting);
    }
  }

  /** Since the start of each thread; of nobody where the system does not count. */
  static CoreWaits now() {
    Map<String, Times> all = new TreeMap<>();
    if (Files.isDirectory(TASKS)) {
      try (Stream<Path> tasks = Files.list(TASKS)) {
        tasks.forEach(task -> read(task, all));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new CoreWaits(all);
  }

  private static void read(Path task, Map<String, Times> all) {
    try {
      String name = Files.readString(task.resolve("comm")).strip().replaceAll("[-#]?\\d+$", "");
      String[] words = Files.readString(task.resolve("schedstat")).strip().split(" ", -1);
      all.merge(name, new Times(Long.parseLong(words[0]), Long.parseLong(words[1])), Times::plus);
    } catch (NoSuchFileException ended) {
      return; // it ended meanwhile: whoever draws lives as long as the window
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came since, one line for each name that ran for more than a hundredth of the time. */
  String since(CoreWaits before, long nanos) {
    StringBuilder lines = new StringBuilder();
    byName.forEach((name, times) -> {
      Times own = times.minus(before.byName.getOrDefault(name, new Times(0, 0)));
      if (own.running() > nanos / 100) {
        lines.append(
            "%-16s ran %4.1f %%, waited for a core %4.1f %% of the time%n"
                .formatted(name, 100.0 * own.running() / nanos, 100.0 * own.waiting() / nanos));
      }
    });
    return lines.toString();
  }
}
