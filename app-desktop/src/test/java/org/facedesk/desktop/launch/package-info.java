/** The command line's own rules, without a station behind it. */
@NullMarked
package org.facedesk.desktop.launch;

import org.jspecify.annotations.NullMarked;
