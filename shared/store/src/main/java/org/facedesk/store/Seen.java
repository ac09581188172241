package org.facedesk.store;

/**
 * What a session had seen when it ended.
 *
 * @param samples pictures that were good enough to be kept for the template
 * @param livenessVerified whether proofs of life were asked for and given
 */
public record Seen(int samples, int blinks, int motionEvents, boolean livenessVerified) {}
