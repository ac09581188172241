package org.facedesk.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Power is cut at every step of saving, and in the middle of every write. */
class PowerCutTest {
  private static final int STEPS = 6;

  @TempDir private Path folder;

  private static final class Cut extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** A disk whose power is cut at the given step. */
  private static final class Cutting implements Disk {
    private final Disk disk = Disk.ofThisComputer();
    private final int last;
    private final double written;
    private int step;

    /**
     * @param written the part of the file that reaches the disk when a write is cut
     */
    Cutting(int last, double written) {
      this.last = last;
      this.written = written;
    }

    private boolean cut() {
      return step++ == last;
    }

    @Override
    public void write(Path file, byte[] content, Set<PosixFilePermission> rights)
        throws IOException {
      if (cut()) {
        disk.write(file, Arrays.copyOf(content, (int) (content.length * written)), rights);
        throw new Cut();
      }
      disk.write(file, content, rights);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
      if (cut()) {
        throw new Cut();
      }
      disk.replace(from, to);
    }

    @Override
    public void forceFolder(Path where) throws IOException {
      if (cut()) {
        throw new Cut();
      }
      disk.forceFolder(where);
    }
  }

  @Test
  void theOldOrTheNewSettingsAreThereWhateverTheMoment() throws IOException {
    int cuts = 0;
    for (double written : new double[] {0, 0.3, 0.8, 1}) {
      for (int step = 0; step < STEPS; step++) {
        Path path = Files.createTempDirectory(folder, "cut").resolve("station.properties");
        new SettingsFile(path).change(Map.of("port", Optional.of("1"), "host", Optional.of("h")));
        try {
          new SettingsFile(path, new Cutting(step, written))
              .change(Map.of("port", Optional.of("2")));
        } catch (Cut expected) {
          cuts++;
        }
        SettingsFile.Found found = new SettingsFile(path).read();
        assertThat(found).isInstanceOf(SettingsFile.Found.Whole.class);
        assertThat(found.values().get("port")).isIn("1", "2");
        assertThat(found.values()).containsEntry("host", "h");

        new SettingsFile(path).change(Map.of("port", Optional.of("3")));
        assertThat(new SettingsFile(path).read().values())
            .containsEntry("port", "3")
            .containsEntry("host", "h");
      }
    }
    assertThat(cuts).isEqualTo(4 * STEPS);
  }
}
