package org.facedesk.capture;

import java.nio.file.Path;

/** What {@code --camera} can name. */
public sealed interface SourceSpec {
  /**
   * A device by number, name or address ({@code /dev/video0}, {@code rtsp://…}, {@code http://…});
   * empty for the first one.
   */
  record Device(String name) implements SourceSpec {}

  /** The rendered head. */
  record Practice() implements SourceSpec {}

  /** A video file, or a folder of pictures in name order. */
  record Replay(Path path) implements SourceSpec {}

  /**
   * @param text {@code DEVICE}, {@code practice}, or {@code replay:PATH}
   */
  static SourceSpec parse(String text) {
    if (text.equals("practice")) {
      return new Practice();
    }
    if (text.startsWith("replay:")) {
      return new Replay(Path.of(text.substring("replay:".length())));
    }
    return new Device(text);
  }
}
