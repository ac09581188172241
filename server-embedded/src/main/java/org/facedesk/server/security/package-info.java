/**
 * Who may come in, how often, and over what sort of wire. Each layer is one class that lets an
 * exchange pass or throws a {@link org.facedesk.core.FacedeskException}; {@link
 * org.facedesk.server.security.SecurityChain} keeps them in order: transport, address limits,
 * credentials, client limits, form of the input. The two layers that follow, the session's own
 * rules and liveness, are the use cases' own; envelopes are sealed by {@link
 * org.facedesk.server.security.ResultSealing} on the way out.
 */
@NullMarked
package org.facedesk.server.security;

import org.jspecify.annotations.NullMarked;
