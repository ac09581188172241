/**
 * Measuring programs: how long each step takes (JMH), and the study that the stored calibration
 * comes from. Nothing here is part of the station.
 */
@NullMarked
package org.facedesk.bench;

import org.jspecify.annotations.NullMarked;
