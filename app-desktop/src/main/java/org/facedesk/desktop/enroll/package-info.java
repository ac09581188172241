/**
 * Enrolling a person at the desk, in three visible steps: who, capture, result.
 *
 * <p>{@link org.facedesk.desktop.enroll.EnrollViewModel} is the screen without JavaFX: it takes the
 * operator's intents, keeps the step, and tells listeners about each new {@link
 * org.facedesk.desktop.enroll.EnrollScreen}, an immutable picture of all there is to draw. The
 * controllers draw that and nothing else. {@link org.facedesk.desktop.enroll.CaptureRunner} is the
 * part off the UI thread: it owns the open camera and the open session, and has each analysed frame
 * judged by the same session code that serves remote clients.
 *
 * <p>Before the operator starts, frames are only looked at for guidance and count for nothing; each
 * start is a new session. A recording that stands in for a camera repeats itself while guiding, and
 * plays once from its beginning when the capture starts.
 */
@NullMarked
package org.facedesk.desktop.enroll;

import org.jspecify.annotations.NullMarked;
