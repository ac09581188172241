/** Behaviour of the wire format. */
@NullMarked
package org.facedesk.protocol;

import org.jspecify.annotations.NullMarked;
