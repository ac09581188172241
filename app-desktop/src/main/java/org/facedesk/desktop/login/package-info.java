/**
 * Who is at the desk: the first start, which founds the administrator's account, signing in and
 * out, and the lock that covers the window when nobody has touched it for a while. What was entered
 * on the screens stays below the cover. Administrators keep the operators' accounts here, too.
 *
 * <p>Passwords are held in arrays that the use cases wipe; a password field's own text is cleared
 * as soon as it was read.
 */
@NullMarked
package org.facedesk.desktop.login;

import org.jspecify.annotations.NullMarked;
