package org.facedesk.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BackgroundTest {
  private final List<Object> met = new ArrayList<>();
  private final Background background = new Background(Runnable::run, Runnable::run);

  @Test
  void aResultComesBackToTheUi() {
    background.run(() -> 42, met::add, met::add);
    assertThat(met).containsExactly(42);
  }

  @Test
  void aKnownFailureKeepsItsCodeAndId() {
    FacedeskException refusal = new FacedeskException(ErrorCode.STORE_UNAVAILABLE, "down");
    background.run(
        () -> {
          throw refusal;
        },
        met::add,
        met::add);
    assertThat(met)
        .containsExactly(new FaultReport(ErrorCode.STORE_UNAVAILABLE, refusal.correlationId()));
  }

  @Test
  void aMissingNativeLibraryIsReportedAsWell() {
    background.run(
        () -> {
          throw new UnsatisfiedLinkError("libfoo");
        },
        met::add,
        fault -> met.add(fault.code()));
    assertThat(met).containsExactly(ErrorCode.INTERNAL);
  }

  @Test
  void whatFailsAgainAndAgainIsLoggedWhenItBeginsAndWhenItIsOver() {
    Logger log = (Logger) LoggerFactory.getLogger(Background.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    try {
      Background asking = background.again();
      for (int i = 0; i < 3; i++) {
        asking.run(
            () -> {
              throw new FacedeskException(ErrorCode.STORE_UNAVAILABLE, "down");
            },
            met::add,
            fault -> met.add(fault.code()));
      }
      asking.run(() -> 42, met::add, met::add);
      asking.run(() -> 43, met::add, met::add);
    } finally {
      log.detachAppender(lines);
    }
    assertThat(met).hasSize(5).endsWith(42, 43);
    assertThat(lines.list)
        .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.INFO))
        .extracting(line -> line.getFormattedMessage().substring(0, 17))
        .containsExactly("STORE_UNAVAILABLE", "STORE_UNAVAILABLE");
  }

  @Test
  void workAfterClosingIsLeftOutQuietly() {
    try (var closed = Executors.newSingleThreadExecutor()) {
      closed.shutdown();
      new Background(closed, Runnable::run).run(() -> 42, met::add, met::add);
    }
    assertThat(met).isEmpty();
  }

  @Test
  void copiedDetailsHoldCodeWordsAndId() {
    Texts texts = Texts.of(Locale.ENGLISH);
    FaultReport fault = new FaultReport(ErrorCode.CAMERA_UNAVAILABLE, "0123456789");
    assertThat(fault.details(texts))
        .contains("CAMERA_UNAVAILABLE", "The camera gives no picture.", "0123456789");
  }
}
