package org.facedesk.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's template.
 *
 * @param id ascending, given by the database; the id in the index
 * @param gallery the group it may be searched in
 * @param sealedVector float32 little endian, sealed in context {@code "template:" + user}
 */
public record TemplateRecord(
    long id,
    UUID client,
    UUID user,
    UUID gallery,
    UUID enrollment,
    String modelId,
    int samples,
    byte[] sealedVector,
    Instant createdAt) {}
