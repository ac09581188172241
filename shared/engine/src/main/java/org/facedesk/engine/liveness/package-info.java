/**
 * Whether a living person sits before the camera. Gates, not a weighted mean: each must hold for
 * itself. Pure JDK; it sees only what {@link org.facedesk.engine.FrameAnalysis} measured.
 */
@NullMarked
package org.facedesk.engine.liveness;

import org.jspecify.annotations.NullMarked;
