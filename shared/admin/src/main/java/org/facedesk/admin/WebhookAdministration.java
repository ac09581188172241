package org.facedesk.admin;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Store;

/** Where a client is told of the ends of its sessions. Safe for many threads. */
public final class WebhookAdministration {
  private static final int MAX_URL = 1000;

  private final Store store;
  private final InstantSource clock;
  private final Actor actor;

  public WebhookAdministration(Store store, InstantSource clock, Actor actor) {
    this.store = store;
    this.clock = clock;
    this.actor = actor;
  }

  /**
   * Sessions that end from now on are told of there.
   *
   * @param url https, or http to this very computer: what is sent names people
   * @throws FacedeskException NOT_FOUND, FORBIDDEN for the desk, INVALID_REQUEST
   */
  public void set(String clientId, String url) {
    ClientRecord client = client(clientId);
    String checked = checked(url);
    store.inTransaction(tx -> {
      tx.webhooks().put(client.id(), checked, clock.instant());
      tx.audit().append(event(AuditAction.CLIENT_WEBHOOK_SET, client));
      return client;
    });
  }

  /**
   * @return false if there was none
   * @throws FacedeskException NOT_FOUND, FORBIDDEN for the desk
   */
  public boolean remove(String clientId) {
    ClientRecord client = client(clientId);
    return store.inTransaction(tx -> {
      boolean removed = tx.webhooks().remove(client.id());
      if (removed) {
        tx.audit().append(event(AuditAction.CLIENT_WEBHOOK_REMOVED, client));
      }
      return removed;
    });
  }

  /**
   * @throws FacedeskException NOT_FOUND, FORBIDDEN for the desk
   */
  public Optional<String> find(String clientId) {
    return store.webhooks().of(client(clientId).id());
  }

  private ClientRecord client(String clientId) {
    actor.require(Role.ADMINISTRATOR);
    ClientRecord client =
        store
            .clients()
            .byClientId(clientId)
            .filter(ClientRecord::active)
            .orElseThrow(
                () -> new FacedeskException(ErrorCode.NOT_FOUND, "There is no such client."));
    if (client.builtIn()) {
      throw new FacedeskException(ErrorCode.FORBIDDEN, "The desk has no webhook.");
    }
    return client;
  }

  /**
   * Looks whether an address can be set, before there is a client to set it for.
   *
   * @return the address as it is kept
   * @throws FacedeskException INVALID_REQUEST
   */
  public static String checked(String url) {
    try {
      URI uri = new URI(url);
      boolean sealed = "https".equalsIgnoreCase(uri.getScheme());
      boolean near = "http".equalsIgnoreCase(uri.getScheme()) && loopback(uri.getHost());
      if (url.length() <= MAX_URL && uri.getHost() != null && (sealed || near)) {
        return uri.toASCIIString();
      }
    } catch (URISyntaxException e) {
      throw refused(e);
    }
    throw refused(null);
  }

  private static FacedeskException refused(@org.jspecify.annotations.Nullable Exception cause) {
    return new FacedeskException(
        ErrorCode.INVALID_REQUEST,
        "A webhook is an https address of at most 1000 characters, or an http address of this"
            + " computer.",
        cause);
  }

  /** By number or as localhost: any other name may lead elsewhere tomorrow. */
  private static boolean loopback(@org.jspecify.annotations.Nullable String host) {
    return host != null && host.matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
  }

  private AuditEvent event(AuditAction action, ClientRecord client) {
    return new AuditEvent(
        action, actor.name(), client.id(), client.id().toString(), actor.correlationId(), Map.of());
  }
}
