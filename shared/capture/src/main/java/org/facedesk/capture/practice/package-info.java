/**
 * The practice camera: a head that looks, blinks, turns and nods, rendered from one public-domain
 * portrait.
 *
 * <p>The portrait is laid as texture over the relief that the face mesh model saw in it. Turning
 * the relief shows what a camera would see of a solid head, closely enough for detection, pose,
 * openness of the eyes and the test of rigid rotation; a sensor's noise and a little sway keep any
 * two frames apart, as they do in life. So a station without a camera can be tried, and the tests
 * of every stage have a person to look at. It is no evidence about real faces: those are measured
 * on real clips.
 */
@NullMarked
package org.facedesk.capture.practice;

import org.jspecify.annotations.NullMarked;
