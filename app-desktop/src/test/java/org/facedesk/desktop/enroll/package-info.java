/**
 * Tests of the enroll screen: its view model without a toolkit, its view with JavaFX's headless
 * platform, over fakes that the tests steer frame by frame.
 */
@NullMarked
package org.facedesk.desktop.enroll;

import org.jspecify.annotations.NullMarked;
