package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.gallery.Candidate;
import org.facedesk.gallery.Gallery;
import org.facedesk.gallery.GalleryEntry;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;

/** A store in a folder, a clock that stands, and an index that is only a set of ids. */
final class Fixture implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  Instant now = NOON;
  final Store store;
  final InstantSource clock = () -> now;
  final IdSet gallery = new IdSet();

  Fixture(Path folder) {
    store = JdbcStore.open(new StoreLocation.Embedded(folder), folder);
  }

  ClientRecord client() {
    return client(ClientOptions.of(ClientRecord.Envelope.API_KEY));
  }

  ClientRecord client(ClientOptions options) {
    CreatedClient created = new ClientAdministration(store, clock).create("Gate", options);
    return store.clients().byClientId(created.clientId()).orElseThrow();
  }

  UUID person(ClientRecord client, String externalId) {
    UUID id = UUID.randomUUID();
    store
        .users()
        .insert(
            new UserRecord(id, client.id(), externalId, "{}", "{}", true, true, null, now, now));
    return id;
  }

  AuditEvent lastEvent() {
    return store.audit().page(0, 1).getFirst().event();
  }

  static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(FacedeskException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Override
  public void close() {
    store.close();
  }

  static final class IdSet implements Gallery {
    final Set<Long> ids = new TreeSet<>();

    @Override
    public void put(GalleryEntry entry) {
      ids.add(entry.templateId());
    }

    @Override
    public void remove(long templateId) {
      ids.remove(templateId);
    }

    @Override
    public List<Candidate> search(UUID gallery, String modelId, float[] probe, int k) {
      return List.of();
    }

    @Override
    public int subjects(UUID gallery) {
      return ids.size();
    }

    @Override
    public long size() {
      return ids.size();
    }

    @Override
    public void snapshot() {}

    @Override
    public void close() {}
  }
}
