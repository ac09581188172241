/** Workers that die, hang and talk nonsense. */
@NullMarked
package org.facedesk.engine.isolation;

import org.jspecify.annotations.NullMarked;
