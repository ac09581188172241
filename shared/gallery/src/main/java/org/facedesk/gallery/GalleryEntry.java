package org.facedesk.gallery;

import java.util.UUID;

/**
 * A template's place in a gallery. Immutable by agreement: the array is not copied.
 *
 * @param templateId the store's id of the template
 * @param gallery the group it may be searched in (a client's own, or the desk's)
 * @param subject the person's record id
 * @param modelId the embedding model; templates of different models never meet
 * @param vector unit length
 */
public record GalleryEntry(
    long templateId, UUID gallery, UUID subject, String modelId, float[] vector) {}
