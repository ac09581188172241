/** Where frames come from at the desk: a camera, a recorded clip, or the rendered practice head. */
@NullMarked
package org.facedesk.capture;

import org.jspecify.annotations.NullMarked;
