/**
 * Fuzzing: a coverage-guided search for input that is answered with anything but an answer or a
 * refusal. Each target runs for some seconds with the suite, in a process of its own; {@code
 * -Dfacedesk.fuzz.seconds=600} looks for longer.
 */
@NullMarked
package org.facedesk.fuzz;

import org.jspecify.annotations.NullMarked;
