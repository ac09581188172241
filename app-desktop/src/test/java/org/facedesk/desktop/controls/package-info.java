/** Tests of the window's own controls. */
@NullMarked
package org.facedesk.desktop.controls;

import org.jspecify.annotations.NullMarked;
