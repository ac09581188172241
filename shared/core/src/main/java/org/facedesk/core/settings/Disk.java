package org.facedesk.core.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** The steps in which a file is replaced; each is one that power may be cut after, or in. */
interface Disk {
  /** Writes a file anew, with these rights where there are such, and forces it to disk. */
  void write(Path file, byte[] content, Set<PosixFilePermission> rights) throws IOException;

  /** Gives a file another's name in one step. */
  void replace(Path from, Path to) throws IOException;

  /** Makes names durable. */
  void forceFolder(Path folder) throws IOException;

  /** The computer's own. */
  static Disk ofThisComputer() {
    return new Real();
  }

  /** Files as they are. */
  final class Real implements Disk {
    @Override
    public void write(Path file, byte[] content, Set<PosixFilePermission> rights)
        throws IOException {
      Files.deleteIfExists(file);
      if (posix(Objects.requireNonNull(file.toAbsolutePath().getParent()))) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(rights));
        Files.setPosixFilePermissions(file, rights); // whatever the umask
      } else {
        createPlain(file);
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    }

    private static void createPlain(Path file) throws IOException {
      try {
        Files.createFile(file);
      } catch (FileAlreadyExistsException e) {
        // left by a crash in between; it is written over
      }
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Windows keeps names in its journal and cannot open folders. */
    @Override
    public void forceFolder(Path folder) throws IOException {
      if (posix(folder)) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
          channel.force(true);
        }
      }
    }

    static boolean posix(Path path) {
      return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
  }
}
