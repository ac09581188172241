/**
 * The two ways in, side by side: what the window decides over a clip and what a WebSocket decides
 * over the same clip must be one decision, because both only draw what one capture session says. In
 * the package of the program's assembly, to take the station apart no further than it is put
 * together there.
 */
@NullMarked
package org.facedesk.desktop.launch;

import org.jspecify.annotations.NullMarked;
