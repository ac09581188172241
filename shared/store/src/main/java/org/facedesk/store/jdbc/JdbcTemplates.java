package org.facedesk.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.facedesk.store.TemplateRecord;
import org.facedesk.store.Templates;
import org.jdbi.v3.core.statement.StatementContext;

final class JdbcTemplates implements Templates {
  private static final int PAGE = 500;

  private static final String SELECT =
      """
      select id, client, user_id, gallery, enrollment, model_id, samples, sealed_vector, created_at
        from template
      """;

  private final Work work;

  JdbcTemplates(Work work) {
    this.work = work;
  }

  @Override
  public long replace(TemplateRecord template) {
    return work.write(handle -> {
      PersonLock.take(handle, template.user()); // so that the old and the new one never meet
      handle
          .createUpdate("delete from template where user_id = :user and model_id = :modelId")
          .bindMethods(template)
          .execute();
      return handle
          .createUpdate(
              """
              insert into template (client, user_id, gallery, enrollment, model_id, samples,
                  sealed_vector, created_at)
              values (:client, :user, :gallery, :enrollment, :modelId, :samples, :sealedVector,
                  :createdAt)
              """)
          .bindMethods(template)
          .executeAndReturnGeneratedKeys("id")
          .mapTo(Long.class)
          .one();
    });
  }

  @Override
  public boolean delete(long id) {
    return work.write(handle ->
        handle.createUpdate("delete from template where id = :id").bind("id", id).execute())
        > 0;
  }

  @Override
  public List<TemplateRecord> ofUser(UUID user) {
    return work.read(handle ->
        handle
            .createQuery(SELECT + " where user_id = :user order by id")
            .bind("user", user)
            .map(JdbcTemplates::record)
            .list());
  }

  @Override
  public List<Long> ids() {
    return work.read(handle ->
        handle.createQuery("select id from template order by id").mapTo(Long.class).list());
  }

  @Override
  public List<TemplateRecord> byIds(Collection<Long> ids) {
    List<Long> wanted = ids.stream().distinct().sorted().toList();
    List<TemplateRecord> found = new ArrayList<>(wanted.size());
    for (int from = 0; from < wanted.size(); from += PAGE) {
      List<Long> some = wanted.subList(from, Math.min(from + PAGE, wanted.size()));
      found.addAll(
          work.read(handle ->
              handle
                  .createQuery(SELECT + " where id in (<some>) order by id")
                  .bindList("some", some)
                  .map(JdbcTemplates::record)
                  .list()));
    }
    return found;
  }

  /** Page by page, so that neither driver gathers everything and no connection is held. */
  @Override
  public Stream<TemplateRecord> all() {
    return Stream.iterate(
            after(Long.MIN_VALUE), page -> !page.isEmpty(), page -> after(page.getLast().id()))
        .flatMap(List::stream);
  }

  private List<TemplateRecord> after(long id) {
    return work.read(handle ->
        handle
            .createQuery(SELECT + " where id > :id order by id fetch first :limit rows only")
            .bind("id", id)
            .bind("limit", PAGE)
            .map(JdbcTemplates::record)
            .list());
  }

  @Override
  public long count() {
    return work.read(
        handle -> handle.createQuery("select count(*) from template").mapTo(Long.class).one());
  }

  private static TemplateRecord record(ResultSet columns, StatementContext statement)
      throws SQLException {
    Row row = new Row(columns);
    return new TemplateRecord(
        row.number("id"),
        row.uuid("client"),
        row.uuid("user_id"),
        row.uuid("gallery"),
        row.uuid("enrollment"),
        row.text("model_id"),
        row.integer("samples"),
        row.bytes("sealed_vector"),
        row.instant("created_at"));
  }
}
