/** Settings files that are cut short, spoiled, killed while written, and read again. */
@NullMarked
package org.facedesk.core.settings;

import org.jspecify.annotations.NullMarked;
