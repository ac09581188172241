package org.facedesk.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of many, twenty at a time.
 *
 * @param count how many there are in all
 * @param next where the next page is, null on the last
 * @param previous where the page before is, null on the first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(
    int count, @Nullable String next, @Nullable String previous, List<T> results) {
  public static final int SIZE = 20;
}
