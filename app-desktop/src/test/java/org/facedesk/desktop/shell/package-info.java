/** Tests of the whole window on JavaFX's headless platform. */
@NullMarked
package org.facedesk.desktop.shell;

import org.jspecify.annotations.NullMarked;
