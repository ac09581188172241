package org.facedesk.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another process does nothing but save, and is killed again and again. */
@Timeout(120)
class KilledWhileSavingTest {
  private static final int KILLS = 12;
  private static final long LONGEST_NANOS = 60_000_000;

  @TempDir private Path folder;

  /** Saves a number that grows, and says so after each save. */
  static final class Saver {
    private Saver() {}

    public static void main(String[] arguments) {
      SettingsFile file = new SettingsFile(Path.of(arguments[0]));
      long number = Long.parseLong(file.read().values().getOrDefault("port", "0"));
      while (true) {
        number++;
        file.change(
            Map.of("port", Optional.of(Long.toString(number)), "host", Optional.of("h" + number)));
        System.out.println(number);
        System.out.flush();
      }
    }
  }

  @Test
  void noSaveThatWasDoneIsLostAndNoneIsHalf() throws Exception {
    Path path = folder.resolve("station.properties");
    Random random = new Random(4711);
    long told = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      told = Math.max(told, saveUntilKilled(path, (long) (random.nextDouble() * LONGEST_NANOS)));
      Map<String, String> found = new SettingsFile(path).read().values();
      long number = Long.parseLong(found.getOrDefault("port", "0"));
      assertThat(number).isGreaterThanOrEqualTo(told);
      assertThat(found).containsEntry("host", "h" + number);
    }
    assertThat(told).isGreaterThan(KILLS);
  }

  /** The last number that the process said it had saved. */
  private static long saveUntilKilled(Path path, long nanos)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Saver.class.getName(),
                path.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long last = 0;
    try (BufferedReader out = process.inputReader()) {
      last = Long.parseLong(out.readLine());
      LockSupport.parkNanos(nanos);
      process.toHandle().destroyForcibly(); // unlike the process's own, leaves its output open
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        last = Long.parseLong(line);
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return last;
  }
}
