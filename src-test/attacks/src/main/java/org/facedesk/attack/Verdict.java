package org.facedesk.attack;

/**
 * What a capture session made of a sequence.
 *
 * @param frames frames it took
 * @param blinks most blinks counted for one face without a break
 * @param motionEvents likewise, of proven turns
 * @param varied whether face and picture varied as they do in life
 * @param replay whether it was taken for a replay
 * @param claimedTurn whether the landmarks alone say that the head turned ({@link ClaimedTurn})
 * @param enrollment whether an enrollment's rule held at any time
 * @param authentication whether an authentication's did
 * @param motionAlone whether it did without a blink
 */
record Verdict(
    int frames,
    int blinks,
    int motionEvents,
    boolean varied,
    boolean replay,
    boolean claimedTurn,
    boolean enrollment,
    boolean authentication,
    boolean motionAlone) {}
