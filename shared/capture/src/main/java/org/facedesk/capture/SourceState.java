package org.facedesk.capture;

import org.facedesk.core.FacedeskException;

/** What a {@link FramePump} has to say about its source. */
public sealed interface SourceState {
  /** The source is being opened, which takes a camera a second or two. */
  record Opening() implements SourceState {}

  /**
   * It is open.
   *
   * @param name as the operator knows it
   * @param recorded whether it is a recording
   */
  record Opened(String name, boolean recorded) implements SourceState {}

  /** The first frame is there. */
  record Running(int width, int height) implements SourceState {}

  /** A camera cannot be opened or went away; it is tried again until it is back. */
  record Lost(FacedeskException why) implements SourceState {}

  /** A recording is over. */
  record Ended() implements SourceState {}

  /** It cannot be used, and trying again would not help. */
  record Failed(FacedeskException why) implements SourceState {}

  /** The pump is closed; the last state there is. */
  record Closed() implements SourceState {}
}
