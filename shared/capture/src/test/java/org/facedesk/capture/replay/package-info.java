/** Video files and folders of pictures, good and broken. */
@NullMarked
package org.facedesk.capture.replay;

import org.jspecify.annotations.NullMarked;
