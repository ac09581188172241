package org.facedesk.enroll;

/** What a frame led to: the session goes on ({@link Feedback}) or is over ({@link Outcome}). */
public sealed interface Step permits Feedback, Outcome {}
