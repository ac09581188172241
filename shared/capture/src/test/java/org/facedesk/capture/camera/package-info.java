/** Cameras listed from made-up trees, played by made-up devices, and streamed over loopback. */
@NullMarked
package org.facedesk.capture.camera;

import org.jspecify.annotations.NullMarked;
