package org.facedesk.desktop.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who is told of a view model's changes; views come and go while they are told. */
public final class Listeners<T> {
  private final List<Consumer<T>> all = new CopyOnWriteArrayList<>();

  /**
   * @return ends it
   */
  public Runnable add(Consumer<T> listener) {
    all.add(listener);
    return () -> all.remove(listener);
  }

  public void tell(T news) {
    all.forEach(listener -> listener.accept(news));
  }
}
