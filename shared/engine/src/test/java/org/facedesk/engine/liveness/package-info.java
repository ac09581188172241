/**
 * The proofs of life on made-up heads and prints, and against the numbers of the Python reference.
 */
@NullMarked
package org.facedesk.engine.liveness;

import org.jspecify.annotations.NullMarked;
