/** What must hold of every installer and can be seen without building one. */
@NullMarked
package org.facedesk.installer;

import org.jspecify.annotations.NullMarked;
