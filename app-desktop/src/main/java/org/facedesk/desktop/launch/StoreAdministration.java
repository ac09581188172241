package org.facedesk.desktop.launch;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.facedesk.admin.Actor;
import org.facedesk.admin.AuditExport;
import org.facedesk.admin.AuditTrail;
import org.facedesk.admin.ClientAdministration;
import org.facedesk.admin.ClientChange;
import org.facedesk.admin.ClientOptions;
import org.facedesk.admin.CreatedClient;
import org.facedesk.admin.ImportSlice;
import org.facedesk.admin.PeopleImport;
import org.facedesk.admin.PersonExport;
import org.facedesk.admin.PhotoReader;
import org.facedesk.admin.Unlocking;
import org.facedesk.admin.WebhookAdministration;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.Audit;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.Store;
import org.facedesk.store.audit.ChainCheck;

/** Administration on the store itself. */
final class StoreAdministration implements Administration {
  private final Store store;
  private final boolean owned;
  private final ClientAdministration clients;
  private final WebhookAdministration webhooks;
  private final AuditTrail trail;
  private final PhotoReader photos;

  private StoreAdministration(
      Store store, boolean owned, Consumer<UUID> shutOut, PhotoReader photos) {
    this.store = store;
    this.owned = owned;
    this.trail = new AuditTrail(store);
    this.photos = photos;
    this.clients = new ClientAdministration(store, InstantSource.system()).telling(shutOut);
    this.webhooks = new WebhookAdministration(store, InstantSource.system(), Actor.COMMAND_LINE);
  }

  /** Opens the store for one command. */
  static StoreAdministration open(Path folder, StationOptions options) {
    return new StoreAdministration(options.open(folder), true, client -> {}, new LatePhotos());
  }

  /**
   * On the open store of a running station.
   *
   * @param shutOut told of a client whose credentials have stopped working
   */
  static StoreAdministration over(Store store, Consumer<UUID> shutOut, PhotoReader photos) {
    return new StoreAdministration(store, false, shutOut, photos);
  }

  @Override
  public Map<String, Object> createClient(String name, ClientOptions options) {
    return credentials(clients.create(name, options));
  }

  @Override
  public Map<String, Object> rotateClient(String clientId) {
    return credentials(clients.rotate(clientId));
  }

  @Override
  public Map<String, Object> updateClient(String clientId, ClientChange change) {
    return row(clients.update(clientId, change));
  }

  @Override
  public void unlockUser(String clientId, String userId) {
    new Unlocking(store, InstantSource.system())
        .unlock(client(clientId), userId, Actor.COMMAND_LINE);
  }

  private ClientRecord client(String clientId) {
    return store.clients().byClientId(clientId).orElseThrow(StoreAdministration::noClient);
  }

  private static FacedeskException noClient() {
    return new FacedeskException(ErrorCode.NOT_FOUND, "there is no such client");
  }

  private static Map<String, Object> credentials(CreatedClient created) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("client_id", created.clientId());
    row.put("api_key", created.apiKey());
    row.put("api_secret", created.apiSecret());
    return row;
  }

  @Override
  public List<Map<String, Object>> clients() {
    return clients.list().stream().map(StoreAdministration::row).toList();
  }

  private static Map<String, Object> row(ClientRecord client) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("client_id", client.clientId());
    row.put("name", client.name());
    row.put("status", client.active() ? "active" : "revoked");
    row.put("envelope", client.envelope().name().toLowerCase(Locale.ROOT));
    row.put("strict", client.strict());
    row.put("origins", client.origins());
    row.put("open_sessions", client.openSessions());
    row.put("built_in", client.builtIn());
    row.put("created_at", client.createdAt().toString());
    row.put("last_used_at", client.lastUsedAt() == null ? null : client.lastUsedAt().toString());
    return row;
  }

  @Override
  public boolean revokeClient(String clientId) {
    return clients.revoke(clientId);
  }

  @Override
  public void setWebhook(String clientId, String url) {
    if (url.isEmpty()) {
      webhooks.remove(clientId);
    } else {
      webhooks.set(clientId, url);
    }
  }

  @Override
  public IntFunction<ImportSlice> importPeople(Path csv) {
    ClientRecord desk =
        store.clients().byId(Clients.DESK).orElseThrow(StoreAdministration::noClient);
    return new PeopleImport(store, InstantSource.system(), photos)
        .of(desk, csv, Actor.COMMAND_LINE);
  }

  @Override
  public void exportPerson(String clientId, String userId, Path file) {
    new PersonExport(store, InstantSource.system())
        .write(client(clientId), userId, file, Actor.COMMAND_LINE);
  }

  @Override
  public long exportTrail(Path file) {
    try (AuditExport export =
        trail.export(file, AuditExport.Format.of(file), Audit.Filter.NONE, Actor.COMMAND_LINE)) {
      AuditExport.Progress progress = export.step();
      while (!progress.over()) {
        progress = export.step();
      }
      return progress.written();
    }
  }

  @Override
  public ChainFinding verifyTrail() {
    ChainCheck check = trail.check(Actor.COMMAND_LINE);
    while (!check.over()) {
      check = trail.check(check, Actor.COMMAND_LINE);
    }
    return new ChainFinding(check.checked(), check.broken());
  }

  @Override
  public void close() {
    if (owned) {
      if (photos instanceof LatePhotos late) {
        late.close();
      }
      store.close();
    }
  }
}
