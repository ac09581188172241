/** Where the engine's own reading of image files can be fuzzed without a decoder behind it. */
@NullMarked
package org.facedesk.engine.torch;

import org.jspecify.annotations.NullMarked;
