/**
 * REST: one class for each resource. An {@link org.facedesk.server.http.Endpoint} gets a {@link
 * org.facedesk.server.http.Call}, on a virtual thread, and returns an {@link
 * org.facedesk.server.http.Answer} or throws; {@link org.facedesk.server.http.ErrorBoundary} is the
 * one place where a refusal becomes a status.
 */
@NullMarked
package org.facedesk.server.http;

import org.jspecify.annotations.NullMarked;
