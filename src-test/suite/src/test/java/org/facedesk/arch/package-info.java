/** The rules of {@code docs/architecture.md}, each held by a test. */
@NullMarked
package org.facedesk.arch;

import org.jspecify.annotations.NullMarked;
