package org.facedesk.store.jdbc;

import java.sql.Types;
import java.util.UUID;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Ids as {@code uuid}; above all an absent one, which PostgreSQL does not take as a text. */
final class UuidArgument extends AbstractArgumentFactory<UUID> {
  UuidArgument() {
    super(Types.OTHER);
  }

  @Override
  protected Argument build(UUID value, ConfigRegistry config) {
    return (position, statement, context) -> statement.setObject(position, value);
  }
}
