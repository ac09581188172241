package org.facedesk.admin;

import java.util.List;
import org.facedesk.store.ClientRecord.Envelope;
import org.jspecify.annotations.Nullable;

/** What is to be different about a client; null leaves a thing as it is. */
public record ClientChange(
    @Nullable String name,
    @Nullable Envelope envelope,
    @Nullable Boolean strict,
    @Nullable List<String> origins) {

  public static ClientChange origins(List<String> origins) {
    return new ClientChange(null, null, null, List.copyOf(origins));
  }
}
