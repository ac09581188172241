/**
 * The WebSocket that carries a session's frames. I/O threads put messages together, parse them and
 * ask the session whether it admits another frame; one frame of a session is in work on the
 * analysis pool and one may wait, any more is answered with 429 and forgotten. What is sent waits
 * in a bounded queue, so a client that does not read cannot make the station remember for it.
 */
@NullMarked
package org.facedesk.server.ws;

import org.jspecify.annotations.NullMarked;
