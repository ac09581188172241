package org.facedesk.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's offer to take part in challenges.
 *
 * @param protocol {@code challenge/1}
 * @param capabilities for example {@code pose}, {@code zoom}, {@code screen_light}
 */
public record LivenessOffer(@Nullable String protocol, @Nullable List<String> capabilities) {}
