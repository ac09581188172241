/**
 * Where the program starts: the command line, and the one place that knows which implementation
 * stands behind each port. Everything else takes what it needs in its constructor.
 */
@NullMarked
package org.facedesk.desktop.launch;

import org.jspecify.annotations.NullMarked;
