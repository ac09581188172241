package org.facedesk.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** One open transaction on one connection, used by one thread. */
final class Transaction implements Work {
  private final Handle handle;
  private final List<Consumer<Handle>> atTheEnd = new ArrayList<>();

  Transaction(Handle handle) {
    this.handle = handle;
  }

  @Override
  public <T> T read(Function<Handle, T> query) {
    return query.apply(handle);
  }

  @Override
  public <T> T write(Function<Handle, T> change) {
    return change.apply(handle);
  }

  @Override
  public void last(Consumer<Handle> change) {
    atTheEnd.add(change);
  }

  /** What was put off to the end; call it right before the commit. */
  void finish() {
    atTheEnd.forEach(change -> change.accept(handle));
  }
}
