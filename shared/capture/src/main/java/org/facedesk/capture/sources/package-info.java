/** From what the operator names to what gives frames: the one place that knows every source. */
@NullMarked
package org.facedesk.capture.sources;

import org.jspecify.annotations.NullMarked;
