package org.facedesk.admin;

import java.util.UUID;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, for the audit trail.
 *
 * @param name {@code client:ID}, {@code operator:ID}, {@code station} or {@code command-line}
 * @param correlationId the id of the request it is part of, if it is part of one
 */
public record Actor(String name, @Nullable String correlationId) {
  public static final Actor COMMAND_LINE = new Actor("command-line", null);
  public static final Actor STATION = new Actor("station", null);

  public static Actor client(ClientRecord client, @Nullable String correlationId) {
    return new Actor("client:" + client.id(), correlationId);
  }

  public static Actor operator(UUID operator) {
    return new Actor("operator:" + operator, null);
  }
}
