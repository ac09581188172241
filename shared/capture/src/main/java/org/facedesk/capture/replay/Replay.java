package org.facedesk.capture.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import org.facedesk.capture.FrameSource;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;

/** Opens recordings. */
public final class Replay {
  /** A folder's pictures carry no times of their own; this many count as a second. */
  public static final double FOLDER_FRAMES_PER_SECOND = 10;

  private Replay() {}

  /**
   * A video file, or a folder of JPEG and PNG pictures in name order at {@value
   * #FOLDER_FRAMES_PER_SECOND} a second.
   *
   * @throws FacedeskException MEDIA_UNREADABLE if there is nothing there that can be read
   */
  public static FrameSource open(Path path) {
    return open(path, FOLDER_FRAMES_PER_SECOND);
  }

  /**
   * As {@link #open(Path)}, with a rate of one's own for a folder.
   *
   * @param folderFramesPerSecond pictures a second; a video keeps its own times
   */
  public static FrameSource open(Path path, double folderFramesPerSecond) {
    if (Files.isDirectory(path)) {
      return PictureFolder.open(path, folderFramesPerSecond);
    }
    if (!Files.isReadable(path)) {
      throw unreadable(path, "does not exist or may not be read");
    }
    return VideoFile.open(path);
  }

  static FacedeskException unreadable(Path path, String why) {
    return new FacedeskException(ErrorCode.MEDIA_UNREADABLE, nameOf(path) + " " + why);
  }

  static FacedeskException unreadable(Path path, String why, Throwable cause) {
    return new FacedeskException(ErrorCode.MEDIA_UNREADABLE, nameOf(path) + " " + why, cause);
  }

  /** The last part of the path: what an operator knows it by. */
  static String nameOf(Path path) {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? path.toString() : last.toString();
  }
}
