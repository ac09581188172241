package org.facedesk.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivedTest {
  private record Source(int value) {}

  private Source source = new Source(1);
  private final List<Source> worked = new ArrayList<>();
  private final Derived<Source, Integer> derived =
      new Derived<>(
          () -> source,
          from -> {
            worked.add(from);
            return 10 * from.value();
          });

  @Test
  void isWorkedOutOnceForEachChange() {
    for (int i = 0; i < 5; i++) {
      assertThat(derived.get()).isEqualTo(10);
    }
    source = new Source(2);
    for (int i = 0; i < 5; i++) {
      assertThat(derived.get()).isEqualTo(20);
    }
    assertThat(worked).hasSize(2);
  }
}
