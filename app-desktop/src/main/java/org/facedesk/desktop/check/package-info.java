/**
 * Checking who somebody is: verifying whom they claim to be, or identifying them among everyone.
 *
 * <p>{@link org.facedesk.desktop.check.CheckViewModel} is the screen without JavaFX. It has the
 * picture, the checklist and the session in common with enrolling; what it adds is whom to compare
 * with, and the verdict.
 */
@NullMarked
package org.facedesk.desktop.check;

import org.jspecify.annotations.NullMarked;
