package org.facedesk.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.facedesk.core.Seal;
import org.facedesk.store.Seen;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.facedesk.store.Sessions;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

final class JdbcSessions implements Sessions {
  private static final Set<SessionStatus> RUNNING = EnumSet.noneOf(SessionStatus.class);

  static {
    Arrays.stream(SessionStatus.values()).filter(s -> !s.terminal()).forEach(RUNNING::add);
  }

  private static final String SELECT =
      """
      select id, token_lookup, client, type, user_id, enrollment, channel, sealed_options, status,
             frames, created_at, expires_at, ended_at, reason,
             samples, blinks, motion_events, liveness_verified
        from session
      """;

  private final Work work;
  private final Seal seal;

  JdbcSessions(Work work, Seal seal) {
    this.work = work;
    this.seal = seal;
  }

  @Override
  public void insert(SessionRecord session) {
    byte[] options = session.options().getBytes(StandardCharsets.UTF_8);
    work.write(handle ->
        handle
            .createUpdate(
                """
                insert into session (id, token_lookup, client, type, user_id, enrollment,
                    channel, sealed_options, status, frames, created_at, expires_at, ended_at,
                    reason)
                values (:id, :tokenLookup, :client, :type, :user, :enrollment, :channel,
                    :sealedOptions, :status, :frames, :createdAt, :expiresAt, :endedAt,
                    :reason)
                """)
            .bindMethods(session)
            .bind("sealedOptions", seal.seal("session:" + session.id(), options))
            .execute());
  }

  @Override
  public Optional<SessionRecord> byId(UUID id) {
    return one("id", id);
  }

  @Override
  public Optional<SessionRecord> byTokenLookup(byte[] lookup) {
    return one("token_lookup", lookup);
  }

  private Optional<SessionRecord> one(String column, Object value) {
    return work.read(handle ->
        handle
            .createQuery(SELECT + " where " + column + " = :value")
            .bind("value", value)
            .map(this::record)
            .findOne());
  }

  @Override
  public int open(UUID client) {
    return work.read(handle ->
        handle
            .createQuery(
                "select count(*) from session"
                    + " where client = :client and status in (<running>)")
            .bind("client", client)
            .bindList("running", RUNNING)
            .mapTo(Integer.class)
            .one());
  }

  @Override
  public int open() {
    return work.read(handle ->
        handle
            .createQuery("select count(*) from session where status in (<running>)")
            .bindList("running", RUNNING)
            .mapTo(Integer.class)
            .one());
  }

  @Override
  public List<SessionRecord> running(int limit) {
    return work.read(handle ->
        handle
            .createQuery(
                SELECT
                    + " where status in (<running>)"
                    + " order by created_at desc, id desc fetch first :limit rows only")
            .bindList("running", RUNNING)
            .bind("limit", limit)
            .map(this::record)
            .list());
  }

  @Override
  public Set<UUID> running(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return work.read(handle ->
        handle
            .createQuery("select id from session where id in (<ids>) and status in (<running>)")
            .bindList("ids", List.copyOf(ids))
            .bindList("running", RUNNING)
            .mapTo(UUID.class)
            .collect(Collectors.toSet()));
  }

  @Override
  public void hold(UUID id) {
    var _ =
        work.write(handle ->
            handle
                .createQuery("select id from session where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
  }

  @Override
  public Map<SessionStatus, Integer> byStatus() {
    record Count(SessionStatus status, int sessions) {}
    return work
        .read(handle ->
            handle
                .createQuery("select status, count(*) as sessions from session group by status")
                .map((columns, statement) ->
                    new Count(
                        SessionStatus.valueOf(columns.getString("status")),
                        columns.getInt("sessions")))
                .list())
        .stream()
        .collect(Collectors.toMap(Count::status, Count::sessions));
  }

  @Override
  public boolean move(
      UUID id, SessionStatus to, int frames, Instant when, @Nullable String reason) {
    Set<SessionStatus> sources = to.sources();
    if (sources.isEmpty()) {
      return false;
    }
    return work.write(handle ->
        handle
            .createUpdate(
                """
                update session
                   set status = :to, frames = :frames, reason = :reason, ended_at = :ended
                 where id = :id and status in (<sources>)
                """)
            .bind("id", id)
            .bind("to", to)
            .bind("frames", frames)
            .bind("reason", reason)
            .bind("ended", to.terminal() ? when : null)
            .bindList("sources", sources)
            .execute())
        > 0;
  }

  @Override
  public void found(UUID id, UUID user) {
    work.write(handle ->
        handle
            .createUpdate("update session set user_id = :user where id = :id")
            .bind("id", id)
            .bind("user", user)
            .execute());
  }

  @Override
  public void saw(UUID id, Seen seen) {
    work.write(handle ->
        handle
            .createUpdate(
                """
                update session
                   set samples = :samples, blinks = :blinks, motion_events = :motionEvents,
                       liveness_verified = :livenessVerified
                 where id = :id
                """)
            .bind("id", id)
            .bindMethods(seen)
            .execute());
  }

  @Override
  public int cancelAll(UUID client, Instant when, String reason) {
    return work.write(handle -> {
      int cancelled =
          handle
              .createUpdate(
                  """
                  update session set status = :to, reason = :reason, ended_at = :when
                   where client = :client and status in (<sources>)
                  """)
              .bind("client", client)
              .bind("to", SessionStatus.CANCELLED)
              .bind("reason", reason)
              .bind("when", when)
              .bindList("sources", SessionStatus.CANCELLED.sources())
              .execute();
      handle
          .createUpdate(
              "update enrollment set status = 'cancelled'"
                  + " where client = :client and status = 'pending'")
          .bind("client", client)
          .execute();
      return cancelled;
    });
  }

  @Override
  public List<UUID> overdue(Instant now, int limit) {
    return work.read(handle ->
        handle
            .createQuery(
                "select id from session"
                    + " where status in (<running>) and expires_at <= :now"
                    + " order by expires_at fetch first :limit rows only")
            .bindList("running", RUNNING)
            .bind("now", now)
            .bind("limit", limit)
            .mapTo(UUID.class)
            .list());
  }

  @Override
  public int deleteEndedBefore(Instant when) {
    return work.write(handle ->
        handle
            .createUpdate("delete from session where ended_at < :when")
            .bind("when", when)
            .execute());
  }

  private SessionRecord record(ResultSet columns, StatementContext statement) throws SQLException {
    Row row = new Row(columns);
    UUID id = row.uuid("id");
    byte[] options = seal.open("session:" + id, row.bytes("sealed_options"));
    return new SessionRecord(
        id,
        row.bytes("token_lookup"),
        row.uuid("client"),
        SessionType.valueOf(row.text("type")),
        row.optionalUuid("user_id"),
        row.optionalUuid("enrollment"),
        row.text("channel"),
        new String(options, StandardCharsets.UTF_8),
        SessionStatus.valueOf(row.text("status")),
        row.integer("frames"),
        row.instant("created_at"),
        row.instant("expires_at"),
        row.optionalInstant("ended_at"),
        row.optionalText("reason"),
        seen(row));
  }

  private static @Nullable Seen seen(Row row) throws SQLException {
    Integer samples = row.optionalInteger("samples");
    return samples == null
        ? null
        : new Seen(
            samples,
            row.integer("blinks"),
            row.integer("motion_events"),
            row.flag("liveness_verified"));
  }
}
