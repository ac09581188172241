/**
 * Pictures from strangers are decoded in another process. Decoders are old, large and written in C;
 * a file made for the purpose can end the process that opens it, or take it over. So the station
 * hands the bytes of remote pictures to small workers that hold no key, no template and no open
 * file, and gets pixels back. A worker that dies takes one picture with it and is replaced.
 */
@NullMarked
package org.facedesk.engine.isolation;

import org.jspecify.annotations.NullMarked;
