/**
 * Sessions that are going on, of the desk and of remote clients: who, how far, how fast, what they
 * were told last, and how long they have. Asked anew every second while the screen is seen.
 */
@NullMarked
package org.facedesk.desktop.sessions;

import org.jspecify.annotations.NullMarked;
