/**
 * The README's promises, each kept by the program itself: started as a process, spoken to as its
 * clients speak to it.
 */
@NullMarked
package org.facedesk.e2e;

import org.jspecify.annotations.NullMarked;
