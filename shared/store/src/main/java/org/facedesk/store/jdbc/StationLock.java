package org.facedesk.store.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;

/**
 * Keeps a second station away from an embedded store. The operating system holds the lock for the
 * process and drops it with the process, however that ends, so nothing is ever left to clean up.
 */
final class StationLock implements AutoCloseable {
  static final String NAME = "station.lock";

  /**
   * Folders locked by this process. Asked before the file is opened, because on POSIX systems
   * closing any channel on a file gives up all of the process's locks on it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private StationLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * @param folder an existing folder
   * @throws FacedeskException STORE_IN_USE if another station has it
   */
  static StationLock take(Path folder) {
    try {
      Path real = folder.toRealPath();
      if (!HELD.add(real)) {
        throw inUse();
      }
      try {
        return new StationLock(real, lockedChannel(real.resolve(NAME)));
      } catch (IOException | RuntimeException e) {
        HELD.remove(real);
        throw e;
      }
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.STORE_UNAVAILABLE, "The data folder cannot be read or written.", e);
    }
  }

  private static FileChannel lockedChannel(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw inUse();
      }
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FacedeskException inUse() {
    return new FacedeskException(
        ErrorCode.STORE_IN_USE, "Another station is using this data folder.");
  }

  /**
   * Gives the folder free. The file stays: removing it would let two others lock different ones.
   */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(folder);
    }
  }
}
