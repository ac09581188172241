package org.facedesk.store;

import java.time.Instant;
import java.util.UUID;

/**
 * What a person agreed to before an enrollment at the desk.
 *
 * @param version of the text that was shown, as the station names it
 * @param language of that text, as a language tag
 * @param shownBy who showed it: {@code operator:ID}
 */
public record ConsentRecord(
    UUID enrollment,
    UUID client,
    UUID user,
    String version,
    String language,
    String shownBy,
    Instant shownAt) {}
