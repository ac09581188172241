/**
 * Finding a face among the enrolled. A gallery holds the templates of one group of people who may
 * be compared with each other; groups never see each other. What is a match is decided by
 * thresholds from a stored calibration and the gallery's size, never by a constant.
 */
@NullMarked
package org.facedesk.gallery;

import org.jspecify.annotations.NullMarked;
