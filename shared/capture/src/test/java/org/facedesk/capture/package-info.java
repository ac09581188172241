/** Sources that tests make up, and how they are thinned and pumped. */
@NullMarked
package org.facedesk.capture;

import org.jspecify.annotations.NullMarked;
