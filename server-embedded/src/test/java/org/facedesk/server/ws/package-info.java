/** Behaviour of the server's ws. */
@NullMarked
package org.facedesk.server.ws;

import org.jspecify.annotations.NullMarked;
