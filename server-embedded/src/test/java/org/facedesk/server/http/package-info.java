/** Behaviour of the server's http. */
@NullMarked
package org.facedesk.server.http;

import org.jspecify.annotations.NullMarked;
