/**
 * API clients, for administrators: made, given new credentials, limited, shut out. Key and secret
 * are on the screen once, until the operator is done with them or goes elsewhere.
 */
@NullMarked
package org.facedesk.desktop.clients;

import org.jspecify.annotations.NullMarked;
