/** The gallery on FAISS: what is found, and what survives. */
@NullMarked
package org.facedesk.gallery.faiss;

import org.jspecify.annotations.NullMarked;
