/**
 * Photographs of people, held before a simulated camera to pass for them: the study behind the
 * figures of {@code docs/liveness.md}.
 *
 * <p>A {@link org.facedesk.attack.Photograph} is one frame of a recording or a portrait, "printed"
 * whole. A {@link org.facedesk.attack.Handling} says how somebody holds the print over some
 * seconds, drawn at random for one of four {@link org.facedesk.attack.Species}: held still, shaken,
 * tilted, bent. A {@link org.facedesk.attack.PrintCamera} shows what a pinhole camera sees of it,
 * with light, motion blur and a sensor's noise. What comes out goes as JPEG through the station's
 * own capture session ({@link org.facedesk.attack.Trial}), exactly as a remote client's frames do,
 * and so do windows of the recordings themselves: a rule that refuses photographs is worth
 * something only beside the share of people it lets pass.
 *
 * <p>The same seed gives the same sequences. Nothing here is part of the station.
 */
@NullMarked
package org.facedesk.attack;

import org.jspecify.annotations.NullMarked;
