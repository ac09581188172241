/** The measuring itself, measured on numbers whose result is known. */
@NullMarked
package org.facedesk.engine.evaluation;

import org.jspecify.annotations.NullMarked;
