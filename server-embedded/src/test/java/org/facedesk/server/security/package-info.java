/** Behaviour of the server's security. */
@NullMarked
package org.facedesk.server.security;

import org.jspecify.annotations.NullMarked;
