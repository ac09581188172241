/**
 * What a picture says about the face in it: where it is, how it is turned, whether it is good
 * enough, and the template that makes it comparable. The types here are plain data; the native code
 * behind them lives in {@link org.facedesk.engine.torch}.
 *
 * <p>Coordinates are continuous image pixels of the frame: pixel i covers [i, i+1), x to the right,
 * y down. "Left" and "right" of a face are the subject's own.
 */
@NullMarked
package org.facedesk.engine;

import org.jspecify.annotations.NullMarked;
