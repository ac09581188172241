/**
 * The protocol, described for programs. Two documents are made when the server starts: OpenAPI for
 * REST and AsyncAPI for the WebSocket. Neither is kept by hand: fields come from the wire records
 * in {@link org.facedesk.protocol} by reflection, errors from {@link org.facedesk.core.ErrorCode};
 * only what each address is for is written down, in {@link
 * org.facedesk.server.openapi.RestOperations}, and a test compares that list with the addresses the
 * server answers.
 */
@NullMarked
package org.facedesk.server.openapi;

import org.jspecify.annotations.NullMarked;
