/**
 * What stands in front of a face: told from where the landmarks say that skin, lips, nostrils and
 * eyes should be, and what colour and light is seen there instead. No network and no natives; each
 * kind of obstacle is one small class with a handful of measurements, weighed by a logistic
 * regression on pictures with painted obstacles. What these measurements cannot tell (hands, which
 * are skin, too; hats, which are not on the face) is not assessed, and never guessed.
 */
@NullMarked
package org.facedesk.engine.obstacles;

import org.jspecify.annotations.NullMarked;
