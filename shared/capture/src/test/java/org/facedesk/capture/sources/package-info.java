/** What an operator names is what is opened. */
@NullMarked
package org.facedesk.capture.sources;

import org.jspecify.annotations.NullMarked;
