package org.facedesk.core.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;

/**
 * {@code station.properties}. A change is written to a file beside it, forced to disk, and takes
 * its name in one step; the one before is kept as {@code .bak} in the same manner first. So there
 * is a whole file under the name at any moment, and a file that a disk has spoiled is made up for
 * by the one before. Hand-written files are read and changed like the station's own. Safe for the
 * threads of one process.
 */
public final class SettingsFile {
  /** Names the version of what a station wrote. */
  public static final String VERSION_KEY = SettingsText.VERSION_KEY;

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;
  private final Disk disk;

  public SettingsFile(Path file) {
    this(file, Disk.ofThisComputer());
  }

  SettingsFile(Path file, Disk disk) {
    this.file = file;
    this.disk = disk;
  }

  /** What was found. */
  public sealed interface Found {
    /** By key; empty where there is no file. */
    Map<String, String> values();

    /** There is no file: everything is built in. */
    record Nothing() implements Found {
      @Override
      public Map<String, String> values() {
        return Map.of();
      }
    }

    /** The file is whole. */
    record Whole(Map<String, String> values) implements Found {}

    /**
     * The file is broken; these are the settings before the last change.
     *
     * @param why for the log
     */
    record Backup(Map<String, String> values, String why) implements Found {}
  }

  public Path path() {
    return file;
  }

  /**
   * Reads the file, or the one before if it is broken.
   *
   * @throws FacedeskException SETTINGS_INVALID if both are broken, or a newer version wrote it
   */
  public synchronized Found read() {
    try {
      Optional<SettingsText> text = text(file);
      if (text.isEmpty()) {
        return new Found.Nothing(); // no crash takes the name away: somebody did
      }
      Optional<SettingsText> backup = text.get().text().isEmpty() ? spare() : Optional.empty();
      return backup.isPresent()
          ? new Found.Backup(checked(backup.get().values()), "it is empty")
          : new Found.Whole(checked(text.get().values()));
    } catch (BrokenSettings broken) {
      return backupInstead(broken);
    }
  }

  private Found backupInstead(BrokenSettings broken) {
    try {
      Optional<SettingsText> backup = text(backup());
      if (backup.isPresent()) {
        return new Found.Backup(
            checked(backup.get().values()), String.valueOf(broken.getMessage()));
      }
    } catch (BrokenSettings alsoBroken) {
      broken.addSuppressed(alsoBroken);
    }
    throw new FacedeskException(
        ErrorCode.SETTINGS_INVALID, file + " cannot be read: " + broken.getMessage(), broken);
  }

  private static Map<String, String> checked(Map<String, String> values) {
    String version = values.getOrDefault(SettingsText.VERSION_KEY, "1");
    if (!version.equals(Integer.toString(SettingsText.VERSION))) {
      throw new FacedeskException(
          ErrorCode.SETTINGS_INVALID,
          "the settings have version " + version + "; this program knows " + SettingsText.VERSION);
    }
    return values;
  }

  /**
   * Changes the file; when this returns, the change is on disk.
   *
   * @param changes by key; what has no value is taken out
   * @throws FacedeskException SETTINGS_NOT_SAVED; what was in force before still is
   */
  public synchronized void change(Map<String, Optional<String>> changes) {
    try {
      // a link is kept and what it points to is changed
      Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      SettingsText before = whole();
      if (!before.text().isEmpty()) {
        put(before, sibling(real, ".bak"), real);
      }
      put(before.with(changes), real, real);
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.SETTINGS_NOT_SAVED, "the settings could not be written to " + file, e);
    }
  }

  /** The file if it is whole, else the one before. */
  private SettingsText whole() {
    try {
      Optional<SettingsText> present = text(file);
      if (present.isEmpty()) {
        return new SettingsText("");
      }
      if (present.get().text().isEmpty()) {
        return spare().orElse(present.get());
      }
      present.get().values();
      return present.get();
    } catch (BrokenSettings broken) {
      return spare().orElse(new SettingsText(""));
    }
  }

  private void put(SettingsText content, Path target, Path rightsOf) throws IOException {
    Path draft = sibling(target, ".new");
    disk.write(draft, content.text().getBytes(StandardCharsets.UTF_8), rights(rightsOf));
    disk.replace(draft, target);
    Path folder = target.getParent();
    if (folder != null) {
      disk.forceFolder(folder);
    }
  }

  private static Set<PosixFilePermission> rights(Path file) throws IOException {
    return Files.exists(file) && Disk.Real.posix(file)
        ? Files.getPosixFilePermissions(file)
        : OWNER;
  }

  private Path backup() {
    return sibling(file, ".bak");
  }

  private static Path sibling(Path path, String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  /** The one before, unless it is missing or broken, too. */
  private Optional<SettingsText> spare() {
    try {
      Optional<SettingsText> backup = text(backup());
      if (backup.isPresent()) {
        backup.get().values();
      }
      return backup;
    } catch (BrokenSettings broken) {
      return Optional.empty(); // there is nothing better to fall back to
    }
  }

  private static Optional<SettingsText> text(Path path) throws BrokenSettings {
    try {
      byte[] bytes = Files.readAllBytes(path);
      return Optional.of(
          new SettingsText(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException e) {
      throw new BrokenSettings("it is not UTF-8", e);
    } catch (IOException e) {
      throw new BrokenSettings("it cannot be opened", e);
    }
  }
}
