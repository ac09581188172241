package org.facedesk.capture;

import java.util.Optional;
import org.facedesk.core.Frame;

/**
 * An open source of frames. Owned by one thread, which alone calls {@link #next} and {@link
 * #close}.
 */
public interface FrameSource extends AutoCloseable {
  /**
   * The next frame; a camera blocks until it has one, a clip gives its frames as fast as they are
   * asked for, with the clip's own times.
   *
   * @return empty at the end of a clip
   * @throws org.facedesk.core.FacedeskException CAMERA_UNAVAILABLE if the device went away,
   *     MEDIA_UNREADABLE for a broken file
   */
  Optional<Frame> next();

  /** What the operator calls it: a device's name, a file's name, or the practice camera. */
  String name();

  /** Nominal frames per second. */
  double framesPerSecond();

  /** Whether frames come in real time (a camera) or as fast as they are asked for (a clip). */
  boolean live();

  /**
   * Whether the frames are a recording, of which each one counts and which starts again when it is
   * opened again. Who analyses a recording that is played in real time waits rather than drops.
   */
  default boolean recorded() {
    return false;
  }

  @Override
  void close();
}
