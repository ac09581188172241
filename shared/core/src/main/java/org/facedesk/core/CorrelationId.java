package org.facedesk.core;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Short ids that let a user's report be found in the log; unique enough for that, and worth nothing
 * to an attacker.
 *
 * <p>A request, a socket or a command has one for its whole life: whoever begins it runs it {@link
 * #during} an id, and what happens there (a refusal, a log line, an entry in the audit trail)
 * carries it. The id does not follow work that is handed to another thread; hand it over there.
 */
public final class CorrelationId {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

  private CorrelationId() {}

  /** Ten characters of Crockford base 32. */
  public static String next() {
    long bits = ThreadLocalRandom.current().nextLong();
    StringBuilder id = new StringBuilder(10);
    for (int i = 0; i < 10; i++, bits >>>= 5) {
      id.append(ALPHABET.charAt((int) (bits & 31)));
    }
    return id.toString();
  }

  /** The id of what this thread is doing, or null if nobody gave it one. */
  public static @Nullable String current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  /** The id of what this thread is doing, or a new one. */
  public static String currentOrNext() {
    return CURRENT.isBound() ? CURRENT.get() : next();
  }

  /** Does the work under this id; what the work throws passes through. */
  public static void during(String id, Runnable work) {
    ScopedValue.where(CURRENT, id).run(work);
  }

  /** Does the work under this id; what the work throws passes through. */
  public static <T extends @Nullable Object> T getDuring(String id, Supplier<T> work) {
    return ScopedValue.where(CURRENT, id).call(work::get);
  }
}
