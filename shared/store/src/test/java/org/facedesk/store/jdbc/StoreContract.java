package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.Store;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store does, whatever database it stands on. */
abstract class StoreContract {
  /** One store for all tests of a class; tests use clients and people of their own. */
  abstract Store store();

  /** The same database past the store, as someone would use it who has its password. */
  abstract Jdbi raw();

  static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(FacedeskException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  /** Runs the same work on several threads that start at once. */
  static <T> List<T> together(int threads, Callable<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> results =
          IntStream.range(0, threads)
              .mapToObj(i ->
                  pool.submit(() -> {
                    start.await();
                    return work.call();
                  }))
              .toList();
      List<T> values = new ArrayList<>();
      for (Future<T> result : results) {
        values.add(result.get());
      }
      return values;
    }
  }

  @Nested
  class Client extends ClientContract {
    @Override
    Store store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  class Person extends PersonContract {
    @Override
    Store store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  class Session extends SessionContract {
    @Override
    Store store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  class Enrollment extends EnrollmentContract {
    @Override
    Store store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  class ATemplate extends TemplateContract {
    @Override
    Store store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  class Attempt extends AttemptContract {
    @Override
    Store store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  class ATransaction extends TransactionContract {
    @Override
    Store store() {
      return StoreContract.this.store();
    }
  }

  @Nested
  class TheTrail extends TrailContract {
    @Override
    Store store() {
      return StoreContract.this.store();
    }

    @Override
    Jdbi raw() {
      return StoreContract.this.raw();
    }
  }

  @Test
  void anInterruptedThreadDoesNotHarmTheStore() {
    UUID client = Samples.storedClient(store());
    for (int i = 0; i < 20; i++) {
      String id = "interrupted" + i;
      Thread.currentThread().interrupt();
      try {
        Samples.storedUser(store(), client, id);
      } catch (FacedeskException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
      } finally {
        Thread.interrupted();
      }
    }
    Samples.storedUser(store(), client, "18");
    assertThat(store().users().byExternalId(client, "18")).isPresent();
  }

  @Test
  void saysThatItIsAvailable() {
    assertThat(store().available()).isTrue();
  }
}
