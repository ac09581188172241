/** Tests of the sessions screen, without toolkit and with it. */
@NullMarked
package org.facedesk.desktop.sessions;

import org.jspecify.annotations.NullMarked;
