/**
 * What goes over the wire, as data: one record for each REST body, and two sealed families, {@link
 * org.facedesk.protocol.ClientMessage} and {@link org.facedesk.protocol.ServerMessage}, for the
 * WebSocket. A component's name in snake case is the field's name, and both are fixed: clients that
 * we cannot change depend on them. New fields may be added when they are optional; none is renamed
 * or taken away. {@link org.facedesk.protocol.WireFormat} is the only reader and writer.
 */
@NullMarked
package org.facedesk.protocol;

import org.jspecify.annotations.NullMarked;
