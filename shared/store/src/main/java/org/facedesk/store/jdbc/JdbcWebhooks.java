package org.facedesk.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.facedesk.core.Seal;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.Sessions;
import org.facedesk.store.Webhooks;

final class JdbcWebhooks implements Webhooks {
  private static final List<SessionStatus> TOLD =
      List.of(SessionStatus.COMPLETED, SessionStatus.FAILED, SessionStatus.EXPIRED);

  private final Work work;
  private final Seal seal;
  private final Sessions sessions;

  JdbcWebhooks(Work work, Seal seal, Sessions sessions) {
    this.work = work;
    this.seal = seal;
    this.sessions = sessions;
  }

  @Override
  public void put(UUID client, String url, Instant when) {
    byte[] sealed = seal.seal(context(client), url.getBytes(StandardCharsets.UTF_8));
    work.write(handle -> {
      handle
          .createUpdate("delete from webhook where client = :client")
          .bind("client", client)
          .execute();
      return handle
          .createUpdate(
              "insert into webhook (client, sealed_url, created_at) values (:client, :url, :when)")
          .bind("client", client)
          .bind("url", sealed)
          .bind("when", when)
          .execute();
    });
  }

  @Override
  public boolean remove(UUID client) {
    return work.write(handle ->
        handle
            .createUpdate("delete from webhook where client = :client")
            .bind("client", client)
            .execute())
        > 0;
  }

  @Override
  public Optional<String> of(UUID client) {
    return work.read(handle ->
        handle
            .createQuery("select sealed_url from webhook where client = :client")
            .bind("client", client)
            .map((columns, statement) -> url(client, columns.getBytes("sealed_url")))
            .findOne());
  }

  @Override
  public List<Notice> due(Instant now, int each, int limit) {
    record Row(UUID session, int tries, UUID client, byte[] sealedUrl) {}
    List<Row> rows =
        work.read(handle ->
            handle
                .createQuery(
                    """
                    select id, notice_tries, client, sealed_url
                      from (select s.id, s.notice_tries, s.client, w.sealed_url, s.ended_at,
                                   row_number() over (
                                       partition by s.client order by s.ended_at, s.id) as turn
                              from session s join webhook w on w.client = s.client
                              join client c on c.id = s.client
                             where c.revoked_at is null and s.status in (<told>)
                               and not s.notice_over and s.ended_at >= w.created_at
                               and (s.notice_due is null or s.notice_due <= :now)) waiting
                     where turn <= :each
                     order by turn, ended_at fetch first :limit rows only
                    """)
                .bindList("told", TOLD)
                .bind("now", now)
                .bind("each", each)
                .bind("limit", limit)
                .map((columns, statement) ->
                    new Row(
                        columns.getObject("id", UUID.class),
                        columns.getInt("notice_tries"),
                        columns.getObject("client", UUID.class),
                        columns.getBytes("sealed_url")))
                .list());
    List<Notice> notices = new ArrayList<>();
    for (Row row : rows) {
      sessions
          .byId(row.session())
          .ifPresent(session ->
              notices.add(new Notice(session, row.tries(), url(row.client(), row.sealedUrl()))));
    }
    return notices;
  }

  @Override
  public boolean claim(Notice notice, Instant next) {
    return work.write(handle ->
        handle
            .createUpdate(
                """
                update session set notice_tries = notice_tries + 1, notice_due = :next
                 where id = :id and notice_tries = :tries and not notice_over
                """)
            .bind("id", notice.session().id())
            .bind("tries", notice.tries())
            .bind("next", next)
            .execute())
        > 0;
  }

  @Override
  public void over(UUID session) {
    work.write(handle ->
        handle
            .createUpdate("update session set notice_over = true where id = :id")
            .bind("id", session)
            .execute());
  }

  private String url(UUID client, byte[] sealed) {
    return new String(seal.open(context(client), sealed), StandardCharsets.UTF_8);
  }

  private static String context(UUID client) {
    return "webhook:" + client;
  }
}
