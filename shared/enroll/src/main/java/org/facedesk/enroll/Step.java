package org.facedesk.enroll;

/**
 * What a frame led to: the session goes on ({@link Feedback}), waits for someone's word ({@link
 * Pending}, at the desk only) or is over ({@link Outcome}).
 */
public sealed interface Step permits Feedback, Pending, Outcome {}
