package org.facedesk.enroll;

import java.util.List;

/**
 * All that was asked for was shown, and nothing is enrolled yet: someone at the desk looks at the
 * {@link Review} first.
 *
 * @param samples the frames that were chosen, in order of time
 * @param quality worst sample's quality, 0..1
 */
public record Pending(Outcome.Summary summary, List<Sample> samples, double quality)
    implements Step {}
