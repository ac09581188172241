/** Tests of the package of the same name. */
@NullMarked
package org.facedesk.engine.obstacles;

import org.jspecify.annotations.NullMarked;
