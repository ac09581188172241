package org.facedesk.desktop.launch;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.OwnerOnly;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How commands find the station that runs on a data folder: a loopback port and a token, in a file
 * only the owner can read. A file left by a crash is harmless: nothing answers there, or something
 * that does not know the token.
 */
record ControlFile(int port, String token) {
  private static final String NAME = "station.control";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  void write(Path folder) {
    try {
      Path fresh = folder.resolve(NAME + ".new");
      Files.deleteIfExists(fresh);
      OwnerOnly.createFile(fresh);
      Files.writeString(fresh, MAPPER.writeValueAsString(this));
      try {
        Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(fresh, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.STORE_UNAVAILABLE, "the control file cannot be written", e);
    }
  }

  static Optional<ControlFile> read(Path folder) {
    try {
      String text = Files.readString(folder.resolve(NAME));
      return Optional.of(MAPPER.readValue(text, ControlFile.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | JacksonException e) {
      throw new FacedeskException(
          ErrorCode.STORE_UNAVAILABLE, "the control file cannot be read", e);
    }
  }

  static void delete(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(NAME));
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.STORE_UNAVAILABLE, "the control file cannot be deleted", e);
    }
  }
}
