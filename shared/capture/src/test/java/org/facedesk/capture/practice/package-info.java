/** The rendered head: what it draws, and what it does when. */
@NullMarked
package org.facedesk.capture.practice;

import org.jspecify.annotations.NullMarked;
