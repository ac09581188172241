/** The numbers a station decides by, tested on lists of moments. */
@NullMarked
package org.facedesk.enroll.policy;

import org.jspecify.annotations.NullMarked;
