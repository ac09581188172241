/** The engine against the numbers of its reference, and against hostile and long-running input. */
@NullMarked
package org.facedesk.engine.torch;

import org.jspecify.annotations.NullMarked;
