package org.facedesk.engine.quality;

/**
 * Whether a picture is good enough to be kept.
 *
 * @param accepted every gating component reaches its minimum
 * @param worst the gating component that is furthest below (or least above) its minimum
 * @param score that component's score / 100, 0..1
 */
public record QualityVerdict(boolean accepted, QualityComponent worst, double score) {}
