/**
 * The main job: turning frames into an enrolled or recognised person. {@link
 * org.facedesk.enroll.CaptureSession} is the state machine over one person's frames and knows no
 * store; {@link org.facedesk.enroll.SessionService} keeps sessions, their limits and their records;
 * what is decided at the end is an {@link org.facedesk.enroll.Outcome}. The window and the server
 * both draw what comes from here and add no decision of their own.
 */
@NullMarked
package org.facedesk.enroll;

import org.jspecify.annotations.NullMarked;
