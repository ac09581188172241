package org.facedesk.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about a picture without opening it.
 *
 * @param similarity with the enrolled face, 0..1; null before an enrollment completed beside it
 */
public record PictureFacts(Picture.Kind kind, @Nullable Double similarity, Instant createdAt) {}
