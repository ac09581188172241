/** Tests of what all screens share. */
@NullMarked
package org.facedesk.desktop.ui;

import org.jspecify.annotations.NullMarked;
