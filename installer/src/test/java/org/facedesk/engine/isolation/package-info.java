/** What the installer and the engine must agree on. */
@NullMarked
package org.facedesk.engine.isolation;

import org.jspecify.annotations.NullMarked;
