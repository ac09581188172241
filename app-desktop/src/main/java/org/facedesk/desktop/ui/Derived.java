package org.facedesk.desktop.ui;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What follows from something that seldom changes, worked out once for each change: for what is
 * drawn many times a second. It has changed when the source gives another object than before. Safe
 * for many threads.
 */
public final class Derived<S, T> implements Supplier<T> {
  private final Supplier<S> source;
  private final Function<S, T> derive;
  private volatile @Nullable Pair<S, T> newest;

  private record Pair<S, T>(S from, T value) {}

  public Derived(Supplier<S> source, Function<S, T> derive) {
    this.source = source;
    this.derive = derive;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // another object is another state, whatever it holds
  public T get() {
    S now = source.get();
    Pair<S, T> known = newest;
    if (known == null || known.from() != now) {
      known = new Pair<>(now, derive.apply(now));
      newest = known;
    }
    return known.value();
  }
}
