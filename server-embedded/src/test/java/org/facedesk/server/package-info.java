/** Behaviour of the server's assembly and protocol. */
@NullMarked
package org.facedesk.server;

import org.jspecify.annotations.NullMarked;
