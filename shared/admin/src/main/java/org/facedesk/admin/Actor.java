package org.facedesk.admin;

import java.util.Optional;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, for the audit trail, and what an operator may do.
 *
 * @param name {@code client:ID}, {@code operator:ID}, {@code station} or {@code command-line}
 * @param correlationId the id of the request it is part of, if it is part of one
 * @param role an operator's; null for the others, about whom the layer before has decided
 */
public record Actor(String name, @Nullable String correlationId, @Nullable Role role) {
  public static final Actor COMMAND_LINE = new Actor("command-line", null);
  public static final Actor STATION = new Actor("station", null);

  private static final String OPERATOR = "operator:";

  public Actor(String name, @Nullable String correlationId) {
    this(name, correlationId, null);
  }

  public static Actor client(ClientRecord client, @Nullable String correlationId) {
    return new Actor("client:" + client.id(), correlationId);
  }

  public static Actor operator(UUID operator, Role role) {
    return new Actor(OPERATOR + operator, null, role);
  }

  /** Which operator this is, if it is one. */
  Optional<UUID> operator() {
    return role == null
        ? Optional.empty()
        : Optional.of(UUID.fromString(name.substring(OPERATOR.length())));
  }

  /** Whether this is someone else than an operator, or an operator whose role covers that. */
  public boolean covers(Role needed) {
    return role == null || role.covers(needed);
  }

  /**
   * For the first line of a use case.
   *
   * @throws FacedeskException FORBIDDEN if this is an operator whose role does not cover it
   */
  public void require(Role needed) {
    if (!covers(needed)) {
      throw new FacedeskException(ErrorCode.FORBIDDEN, "this needs the role " + needed);
    }
  }
}
