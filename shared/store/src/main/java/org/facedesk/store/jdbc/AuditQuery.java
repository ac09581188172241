package org.facedesk.store.jdbc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.facedesk.store.Audit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** A filter of the trail as SQL. Wildcards in what people typed stand for themselves. */
final class AuditQuery {
  private static final String TEXT =
      """
      (lower(action) like :text escape '!' or lower(actor) like :text escape '!'
            or lower(subject) like :text escape '!' or lower(correlation_id) like :text escape '!'
            or lower(details) like :text escape '!'
            or lower(cast(client as varchar(40))) like :text escape '!')
      """;

  private final StringBuilder where;
  private final String order;
  private final Map<String, Object> values = new LinkedHashMap<>();

  /**
   * @param bound a condition on the number, with {@code :bound} in it
   */
  AuditQuery(Audit.Filter filter, String bound, String order) {
    this.where = new StringBuilder(" where").append(bound);
    this.order = order;
    if (filter.from() != null) {
      and("happened_at >= :from", "from", filter.from());
    }
    if (filter.until() != null) {
      and("happened_at < :until", "until", filter.until());
    }
    if (!filter.action().isEmpty()) {
      and("action like :action escape '!'", "action", literal(filter.action()) + "%");
    }
    if (!filter.actor().isEmpty()) {
      and(actors(filter.actors()), "actor", literal(filter.actor()) + "%");
    }
    if (!filter.text().isEmpty()) {
      and(TEXT, "text", "%" + literal(filter.text().toLowerCase(Locale.ROOT)) + "%");
    }
  }

  private String actors(List<String> others) {
    StringBuilder any = new StringBuilder("(actor like :actor escape '!'");
    for (int i = 0; i < others.size(); i++) {
      any.append(" or actor = :actor").append(i);
      values.put("actor" + i, others.get(i));
    }
    return any.append(')').toString();
  }

  private void and(String condition, String name, Object value) {
    where.append(" and ").append(condition);
    values.put(name, value);
  }

  List<Audit.Entry> list(
      Handle handle, String select, long bound, int limit, RowMapper<Audit.Entry> mapper) {
    return handle
        .createQuery(select + where + order + " fetch first :limit rows only")
        .bind("bound", bound)
        .bind("limit", limit)
        .bindMap(values)
        .map(mapper)
        .list();
  }

  private static String literal(String typed) {
    return typed.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
