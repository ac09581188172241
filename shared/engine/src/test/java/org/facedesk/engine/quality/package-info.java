/** Quality on painted faces whose light, blur and place are known exactly. */
@NullMarked
package org.facedesk.engine.quality;

import org.jspecify.annotations.NullMarked;
