package org.facedesk.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.facedesk.core.CorrelationId;
import org.facedesk.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Notes every question to a store, its repositories and its transactions, in order, and which
 * request it was asked for.
 */
final class WatchedStore {
  private final Queue<Question> questions = new ConcurrentLinkedQueue<>();

  private record Question(@Nullable String correlationId, String words) {}

  /** The store to use instead of this one. */
  Store around(Store real) {
    return (Store) watched(Store.class, real);
  }

  /** What was asked for one request. */
  List<String> askedFor(String correlationId) {
    return questions.stream()
        .filter(question -> correlationId.equals(question.correlationId()))
        .map(Question::words)
        .toList();
  }

  private Object watched(Class<?> port, Object real) {
    return Proxy.newProxyInstance(
        port.getClassLoader(),
        new Class<?>[] {port},
        (proxy, method, arguments) -> {
          questions.add(
              new Question(CorrelationId.current(), port.getSimpleName() + "." + method.getName()));
          Object[] passed = arguments;
          if (method.getName().equals("inTransaction")) {
            @SuppressWarnings("unchecked")
            Function<Store, Object> work = (Function<Store, Object>) arguments[0];
            passed = new Object[] {(Function<Store, Object>) tx -> work.apply(around(tx))};
          }
          Object answer;
          try {
            answer = method.invoke(real, passed);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
          Class<?> type = method.getReturnType();
          boolean repository = type.isInterface() && type.getPackage() == Store.class.getPackage();
          return repository ? watched(type, answer) : answer;
        });
  }
}
