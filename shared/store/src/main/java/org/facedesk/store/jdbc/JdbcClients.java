package org.facedesk.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

final class JdbcClients implements Clients {
  private static final String SELECT =
      """
      select id, client_id, name, gallery, api_key_lookup, sealed_envelope_key, sealed_secret,
             envelope, strict, built_in, created_at, last_used_at, revoked_at, generation, origins,
             open_sessions
        from client
      """;

  private final Work work;

  JdbcClients(Work work) {
    this.work = work;
  }

  @Override
  public void insert(ClientRecord client) {
    work.write(handle -> insert(handle, client));
  }

  static int insert(Handle handle, ClientRecord client) {
    return handle
        .createUpdate(
            """
            insert into client (id, client_id, name, gallery, api_key_lookup, sealed_envelope_key,
                sealed_secret, envelope, strict, built_in, created_at, last_used_at, revoked_at,
                generation, origins, open_sessions)
            values (:id, :clientId, :name, :gallery, :apiKeyLookup, :sealedEnvelopeKey,
                :sealedSecret, :envelope, :strict, :builtIn, :createdAt, :lastUsedAt, :revokedAt,
                :generation, :originsText, :openSessions)
            """)
        .bindMethods(client)
        .bind("originsText", String.join(" ", client.origins()))
        .execute();
  }

  @Override
  public Optional<ClientRecord> byId(UUID id) {
    return one("id", id);
  }

  @Override
  public Optional<ClientRecord> byClientId(String clientId) {
    return one("client_id", clientId);
  }

  @Override
  public Optional<ClientRecord> byApiKeyLookup(byte[] lookup) {
    return one("api_key_lookup", lookup);
  }

  private Optional<ClientRecord> one(String column, Object value) {
    return work.read(handle ->
        handle
            .createQuery(SELECT + " where " + column + " = :value")
            .bind("value", value)
            .map(JdbcClients::record)
            .findOne());
  }

  @Override
  public List<ClientRecord> all() {
    return work.read(handle ->
        handle.createQuery(SELECT + " order by created_at, id").map(JdbcClients::record).list());
  }

  @Override
  public boolean knowsOrigin(String origin) {
    return work.read(handle ->
        handle
                .createQuery(
                    "select count(*) from client where revoked_at is null"
                        + " and position(:origin in ' ' || origins || ' ') > 0")
                .bind("origin", " " + origin + " ")
                .mapTo(Integer.class)
                .one()
            > 0);
  }

  @Override
  public boolean update(ClientRecord client) {
    return work.write(handle ->
        handle
            .createUpdate(
                """
                update client
                   set name = :name, envelope = :envelope, strict = :strict,
                       origins = :originsText, open_sessions = :openSessions
                 where id = :id and revoked_at is null
                """)
            .bindMethods(client)
            .bind("originsText", String.join(" ", client.origins()))
            .execute())
        > 0;
  }

  @Override
  public boolean replaceCredentials(
      UUID id, byte[] apiKeyLookup, byte[] sealedEnvelopeKey, byte[] sealedSecret) {
    return work.write(handle ->
        handle
            .createUpdate(
                """
                update client
                   set api_key_lookup = :lookup, sealed_envelope_key = :envelopeKey,
                       sealed_secret = :secret, generation = generation + 1
                 where id = :id and revoked_at is null
                """)
            .bind("id", id)
            .bind("lookup", apiKeyLookup)
            .bind("envelopeKey", sealedEnvelopeKey)
            .bind("secret", sealedSecret)
            .execute())
        > 0;
  }

  @Override
  public boolean revoke(UUID id, Instant when) {
    return work.write(handle ->
        handle
            .createUpdate(
                "update client set revoked_at = :when" + " where id = :id and revoked_at is null")
            .bind("id", id)
            .bind("when", when)
            .execute())
        > 0;
  }

  @Override
  public void touch(UUID id, Instant lastUsed) {
    work.write(handle ->
        handle
            .createUpdate("update client set last_used_at = :when where id = :id")
            .bind("id", id)
            .bind("when", lastUsed)
            .execute());
  }

  /** A change of nothing, because "for update" would keep others from pointing at the client. */
  @Override
  public void hold(UUID id) {
    work.write(handle ->
        handle
            .createUpdate("update client set generation = generation where id = :id")
            .bind("id", id)
            .execute());
  }

  private static ClientRecord record(ResultSet columns, StatementContext context)
      throws SQLException {
    Row row = new Row(columns);
    return new ClientRecord(
        row.uuid("id"),
        row.text("client_id"),
        row.text("name"),
        row.uuid("gallery"),
        row.bytes("api_key_lookup"),
        row.bytes("sealed_envelope_key"),
        row.bytes("sealed_secret"),
        ClientRecord.Envelope.valueOf(row.text("envelope")),
        row.flag("strict"),
        row.flag("built_in"),
        row.instant("created_at"),
        row.optionalInstant("last_used_at"),
        row.optionalInstant("revoked_at"),
        row.integer("generation"),
        origins(row.text("origins")),
        row.optionalInteger("open_sessions"));
  }

  private static List<String> origins(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
