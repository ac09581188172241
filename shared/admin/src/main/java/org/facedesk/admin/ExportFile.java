package org.facedesk.admin;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.OwnerOnly;

/**
 * A file that is given out: for its owner alone, and there as a whole or not at all. What is
 * written lies beside it until it is complete, and is taken away if it never is.
 */
final class ExportFile {
  private ExportFile() {}

  /** Writes what a file is to have in it. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * @throws FacedeskException INVALID_REQUEST if nothing can be written there; whatever the content
   *     throws
   */
  static void write(Path file, Content content) {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      try {
        Files.deleteIfExists(part);
        OwnerOnly.createFile(part);
        try (OutputStream out =
            new BufferedOutputStream(
                Files.newOutputStream(part, StandardOpenOption.WRITE), 64 * 1024)) {
          content.write(out);
        }
        move(part, target);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new FacedeskException(ErrorCode.FILE_UNWRITABLE, "The file cannot be written.", e);
    }
  }

  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
