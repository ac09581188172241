package org.facedesk.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders for their owner alone: mode 0600 or 0700 where there are POSIX permissions, an
 * access list with the owner as its only entry on Windows.
 */
public final class OwnerOnly {
  /** For the log, with the file's name, when {@link #repair} had something to do. */
  public static final String WAS_OPEN =
      "{} could be read by other users of this computer; its rights are now for the owner alone. "
          + "If others had access to the computer, consider its content known to them.";

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnly() {}

  /** Makes the folder and missing ones above it; an existing folder is left as it is. */
  public static void createFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (posix(parent)) {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
    } else {
      Files.createDirectory(folder);
      restrict(folder, FOLDER);
    }
  }

  /**
   * Makes an empty file.
   *
   * @throws FileAlreadyExistsException if there is one
   */
  public static void createFile(Path file) throws IOException {
    if (posix(file.toAbsolutePath().getParent())) {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
    } else {
      Files.createFile(file);
      restrict(file, FILE);
    }
  }

  /** Takes away the rights of others from a file that was made just now. */
  public static void keep(Path file) throws IOException {
    restrict(file, FILE);
  }

  /**
   * Takes away the rights of others.
   *
   * @return whether there were any
   */
  public static boolean repair(Path file) throws IOException {
    if (!othersMay(file)) {
      return false;
    }
    restrict(file, FILE);
    return true;
  }

  /**
   * Writes a file that does not exist yet, for the owner alone: complete and forced to disk under
   * its name, or not there at all.
   *
   * @throws FileAlreadyExistsException if it does
   */
  public static void writeNew(Path file, ByteBuffer content) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
    try {
      createFile(draft);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        while (content.hasRemaining()) {
          channel.write(content);
        }
        channel.force(true);
      }
      publish(draft, file);
      forceFolder(file.toAbsolutePath().getParent());
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** A hard link is the one way to give a file its name that never replaces another. */
  private static void publish(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (UnsupportedOperationException e) {
      Files.move(draft, file);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException e) {
      // a file system without links, for example FAT
      Files.move(draft, file);
    }
  }

  /** Makes the name itself durable; Windows keeps names in its journal and cannot open folders. */
  private static void forceFolder(@Nullable Path folder) throws IOException {
    if (folder != null && posix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean posix(@Nullable Path path) {
    return path != null && Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }

  private static boolean othersMay(Path file) throws IOException {
    if (posix(file)) {
      Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
      rights.addAll(Files.getPosixFilePermissions(file));
      rights.removeAll(FOLDER);
      return !rights.isEmpty();
    }
    AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
    return acl != null
        && acl.getAcl().stream()
            .anyMatch(entry -> {
              try {
                return entry.type() == AclEntryType.ALLOW
                    && !entry.principal().equals(acl.getOwner());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static void restrict(Path path, Set<PosixFilePermission> rights) throws IOException {
    if (posix(path)) {
      Files.setPosixFilePermissions(path, rights);
      return;
    }
    AclFileAttributeView acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
    if (acl != null) {
      acl.setAcl(
          List.of(
              AclEntry.newBuilder()
                  .setType(AclEntryType.ALLOW)
                  .setPrincipal(acl.getOwner())
                  .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                  .build()));
    }
  }
}
