/**
 * Tests of camera and capture without a toolkit, and the fakes that the tests of the screens steer
 * frame by frame.
 */
@NullMarked
package org.facedesk.desktop.capture;

import org.jspecify.annotations.NullMarked;
