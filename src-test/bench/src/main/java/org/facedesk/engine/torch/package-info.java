/**
 * The engine's stages one by one. In the engine's own package, because they are nobody else's
 * business.
 */
@NullMarked
package org.facedesk.engine.torch;

import org.jspecify.annotations.NullMarked;
