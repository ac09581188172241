package org.facedesk.desktop.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.OwnerOnly;

/** The folder a station keeps everything in; readable by its owner only. */
final class DataFolder {
  private DataFolder() {}

  /** The platform's usual place for a user's program data. */
  static Path usual(Map<String, String> environment, String osName, Path home) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return Optional.ofNullable(environment.get("LOCALAPPDATA"))
          .map(Path::of)
          .orElse(home.resolve("AppData").resolve("Local"))
          .resolve("Facedesk");
    }
    if (os.contains("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Facedesk");
    }
    return Optional.ofNullable(environment.get("XDG_DATA_HOME"))
        .filter(text -> !text.isBlank())
        .map(Path::of)
        .orElse(home.resolve(".local").resolve("share"))
        .resolve("facedesk");
  }

  static Path usual() {
    return usual(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  /** Makes the folder if it is not there. */
  static Path prepare(Path folder) {
    try {
      OwnerOnly.createFolder(folder);
      return folder.toRealPath();
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.STORE_UNAVAILABLE, "the data folder cannot be used: " + folder, e);
    }
  }
}
