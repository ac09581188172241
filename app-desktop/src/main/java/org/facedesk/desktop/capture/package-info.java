/**
 * The camera and a capture, as the screens that need one share them: enrolling and checking.
 *
 * <p>{@link org.facedesk.desktop.capture.CaptureModel} is that part without JavaFX. It owns the
 * open camera, looks at frames for guidance while nothing runs, feeds a session while one does, and
 * tells listeners about each new {@link org.facedesk.desktop.capture.CaptureScreen}, an immutable
 * picture of all there is to draw. {@link org.facedesk.desktop.capture.CaptureRunner} is its part
 * off the UI thread. {@link org.facedesk.desktop.capture.CaptureStage} and {@link
 * org.facedesk.desktop.capture.CapturePane} draw it.
 *
 * <p>Before the operator starts, frames are only looked at for guidance and count for nothing. A
 * recording that stands in for a camera repeats itself while guiding, and plays once from its
 * beginning when the capture starts. In practice mode everything works as usual upon a {@link
 * org.facedesk.desktop.capture.Workplace} that forgets.
 */
@NullMarked
package org.facedesk.desktop.capture;

import org.jspecify.annotations.NullMarked;
