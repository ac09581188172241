package org.facedesk.admin;

import java.util.List;
import org.facedesk.store.ClientRecord.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a client; null leaves a thing as it is.
 *
 * @param openSessions how many of its sessions may be waiting at a time; 0 for the station's limit
 */
public record ClientChange(
    @Nullable String name,
    @Nullable Envelope envelope,
    @Nullable Boolean strict,
    @Nullable List<String> origins,
    @Nullable Integer openSessions) {

  public ClientChange(
      @Nullable String name,
      @Nullable Envelope envelope,
      @Nullable Boolean strict,
      @Nullable List<String> origins) {
    this(name, envelope, strict, origins, null);
  }

  public static ClientChange origins(List<String> origins) {
    return new ClientChange(null, null, null, List.copyOf(origins));
  }
}
