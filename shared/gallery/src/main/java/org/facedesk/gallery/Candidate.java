package org.facedesk.gallery;

import java.util.UUID;

/** A person near a probe: the best of that person's templates. */
public record Candidate(UUID subject, long templateId, double distance) {}
