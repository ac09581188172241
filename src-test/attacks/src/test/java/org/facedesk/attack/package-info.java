/** What the study itself must keep: its geometry, its bounds, and that its seeds are kept. */
@NullMarked
package org.facedesk.attack;

import org.jspecify.annotations.NullMarked;
