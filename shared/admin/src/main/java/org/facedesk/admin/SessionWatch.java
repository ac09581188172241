package org.facedesk.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.enroll.LiveSessions;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.Store;

/**
 * Sessions that are going on, for whom they concern: operators see those of the desk's gallery and
 * end the desk's own; supervisors end any of the gallery; administrators see and end every
 * client's. Safe for many threads.
 */
public final class SessionWatch {
  private final Store store;
  private final LiveSessions sessions;

  public SessionWatch(Store store, LiveSessions sessions) {
    this.store = store;
    this.sessions = sessions;
  }

  /**
   * @param clientName what people call the client
   * @param mayCancel whether who asked may end it
   */
  public record Watched(LiveSessions.InSight session, String clientName, boolean mayCancel) {}

  /** Newest first. */
  public List<Watched> list(Actor actor) {
    actor.require(Role.OPERATOR);
    Map<UUID, ClientRecord> clients =
        store.clients().all().stream()
            .collect(Collectors.toMap(ClientRecord::id, Function.identity()));
    return sessions.live().stream()
        .flatMap(session ->
            Optional.ofNullable(clients.get(session.client()))
                .filter(client -> actor.covers(toSee(client)))
                .map(client -> new Watched(session, client.name(), actor.covers(toCancel(client))))
                .stream())
        .toList();
  }

  /**
   * Ends a session; its client is told.
   *
   * @return false if it was over before
   * @throws FacedeskException SESSION_NOT_FOUND, also for one that the role does not cover seeing;
   *     FORBIDDEN
   */
  public boolean cancel(UUID session, Actor actor) {
    actor.require(Role.OPERATOR);
    ClientRecord client =
        store
            .sessions()
            .byId(session)
            .flatMap(record -> store.clients().byId(record.client()))
            .filter(found -> actor.covers(toSee(found)))
            .orElseThrow(() ->
                new FacedeskException(ErrorCode.SESSION_NOT_FOUND, "there is no such session"));
    actor.require(toCancel(client));
    boolean ended = sessions.end(session);
    if (ended) {
      store
          .audit()
          .append(
              new AuditEvent(
                  AuditAction.SESSION_ENDED_BY_OPERATOR,
                  actor.name(),
                  client.id(),
                  session.toString(),
                  actor.correlationId(),
                  Map.of()));
    }
    return ended;
  }

  private static Role toSee(ClientRecord client) {
    return client.gallery().equals(Clients.DESK) ? Role.OPERATOR : Role.ADMINISTRATOR;
  }

  private static Role toCancel(ClientRecord client) {
    if (client.builtIn()) {
      return Role.OPERATOR;
    }
    return client.gallery().equals(Clients.DESK) ? Role.SUPERVISOR : Role.ADMINISTRATOR;
  }
}
