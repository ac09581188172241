package org.facedesk.engine.quality;

import org.facedesk.engine.QualityComponent;

/**
 * Whether a picture is good enough to be kept.
 *
 * @param accepted every gating component reaches its minimum
 * @param worst the gating component that is furthest below (or least above) its minimum; what to
 *     change first
 * @param score how that component stands, 0..1, on the scale of {@link QualityPolicy#quality}: 0.5
 *     is its minimum
 */
public record QualityVerdict(boolean accepted, QualityComponent worst, double score) {}
