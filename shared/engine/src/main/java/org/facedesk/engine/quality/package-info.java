/**
 * How good a picture of a face is, named component by component after ISO/IEC 29794-5. Pure Java:
 * each component is a small class that reads the frame's pixels and the face's landmarks and says a
 * score and, in the sentence shown to the person, what to change.
 */
@NullMarked
package org.facedesk.engine.quality;

import org.jspecify.annotations.NullMarked;
