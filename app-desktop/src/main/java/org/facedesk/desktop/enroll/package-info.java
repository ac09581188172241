/**
 * Enrolling a person at the desk, in three visible steps with a way back: who, capture, review.
 *
 * <p>{@link org.facedesk.desktop.enroll.EnrollViewModel} is the screen without JavaFX: it takes the
 * operator's intents, keeps the step, and tells listeners about each new {@link
 * org.facedesk.desktop.enroll.EnrollScreen}, an immutable picture of all there is to draw. The
 * controllers draw that and nothing else. Its first step is {@link
 * org.facedesk.desktop.enroll.WhoModel}, its last {@link org.facedesk.desktop.enroll.ReviewModel};
 * what lies between, camera and session, it shares with checking.
 *
 * <p>Nobody is captured before they have agreed, and nobody is enrolled before someone has looked
 * at what was captured; each attempt is a new session. What an operator may not decide alone, a
 * supervisor does, with a reason.
 */
@NullMarked
package org.facedesk.desktop.enroll;

import org.jspecify.annotations.NullMarked;
