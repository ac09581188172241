/** Tests of signing in, of the lock, and of the operators' accounts. */
@NullMarked
package org.facedesk.desktop.login;

import org.jspecify.annotations.NullMarked;
