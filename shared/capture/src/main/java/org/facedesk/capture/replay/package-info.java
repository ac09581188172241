/**
 * Recorded frames: a video file read by FFmpeg, or a folder of pictures in name order.
 *
 * <p>A replay gives the frames of its file as fast as they are asked for, with the file's own
 * times, and the same ones every time: that is what makes a clip a measurement. {@link LiveReplay}
 * slows one down to real time, so that it can stand in for a camera.
 */
@NullMarked
package org.facedesk.capture.replay;

import org.jspecify.annotations.NullMarked;
