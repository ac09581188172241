/** When a distance is a match. */
@NullMarked
package org.facedesk.gallery;

import org.jspecify.annotations.NullMarked;
