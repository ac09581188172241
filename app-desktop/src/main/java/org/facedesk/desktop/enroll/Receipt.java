package org.facedesk.desktop.enroll;

import java.time.Instant;
import java.util.UUID;
import org.facedesk.admin.ConsentText;

/**
 * What an enrolled person takes home: nothing about their face.
 *
 * @param name empty if none is known
 * @param consent what they agreed to, in their language, which is the receipt's
 * @param practice whether nothing was kept
 */
public record Receipt(
    String station,
    String userId,
    String name,
    UUID enrollment,
    Instant at,
    ConsentText consent,
    boolean practice) {}
