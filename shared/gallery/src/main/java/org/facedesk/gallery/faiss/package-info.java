/**
 * The gallery on FAISS: one exact index for each group and model, a sealed snapshot so that a
 * station with many people starts quickly, and catching up with the store, which is the truth.
 */
@NullMarked
package org.facedesk.gallery.faiss;

import org.jspecify.annotations.NullMarked;
