/** Behaviour of sessions, over scripted faces instead of an engine. */
@NullMarked
package org.facedesk.enroll;

import org.jspecify.annotations.NullMarked;
