/**
 * The station's front door for remote clients: puts together what the other packages bring, starts
 * and stops it. Nothing is decided here or below: a request or a frame is checked for who asks, how
 * much and in what form, handed to the use cases in {@link org.facedesk.enroll}, and what comes
 * back is written down as JSON.
 */
@NullMarked
package org.facedesk.server;

import org.jspecify.annotations.NullMarked;
