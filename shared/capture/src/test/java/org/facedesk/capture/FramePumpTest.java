package org.facedesk.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FramePumpTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(5);

  private final BlockingQueue<SourceState> states = new LinkedBlockingQueue<>();
  private final BlockingQueue<Frame> shown = new LinkedBlockingQueue<>();

  private final FramePump.Listener listener =
      new FramePump.Listener() {
        @Override
        public void frame(Frame frame) {
          shown.add(frame);
        }

        @Override
        public void state(SourceState state) {
          states.add(state);
        }
      };

  private FramePump pump(Supplier<FrameSource> opening) {
    return new FramePump("test pump", opening, listener, new Backoff(SHORT, SHORT));
  }

  private SourceState nextState() throws InterruptedException {
    SourceState state = states.poll(20, TimeUnit.SECONDS);
    assertThat(state).isNotNull();
    return state;
  }

  private <S extends SourceState> S awaitState(Class<S> kind) throws InterruptedException {
    SourceState state = nextState();
    while (!kind.isInstance(state)) {
      state = nextState();
    }
    return kind.cast(state);
  }

  /** A camera that gives a frame for each number put in; -1 pulls its plug. */
  private static final class Plugged implements FrameSource {
    final BlockingQueue<Integer> sensor = new LinkedBlockingQueue<>();
    final AtomicBoolean closed = new AtomicBoolean();

    @Override
    public Optional<Frame> next() {
      try {
        int number = sensor.take();
        if (number < 0) {
          throw new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "pulled out");
        }
        return Optional.of(Clips.flat(number, 33L * number));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "given up", e);
      }
    }

    @Override
    public String name() {
      return "plugged";
    }

    @Override
    public double framesPerSecond() {
      return 30;
    }

    @Override
    public boolean live() {
      return true;
    }

    @Override
    public void close() {
      closed.set(true);
    }
  }

  @Nested
  class WithACamera {
    private final Plugged camera = new Plugged();

    @Test
    void tellsHowItGoesAndShowsEveryFrame() throws InterruptedException {
      try (FramePump _ = pump(() -> camera)) {
        camera.sensor.add(1);
        camera.sensor.add(2);
        assertThat(nextState()).isInstanceOf(SourceState.Opening.class);
        assertThat(nextState()).isEqualTo(new SourceState.Opened("plugged", false));
        assertThat(nextState()).isEqualTo(new SourceState.Running(4, 2));
        assertThat(Clips.numberOf(shown.take())).isEqualTo(1);
        assertThat(Clips.numberOf(shown.take())).isEqualTo(2);
      }
      assertThat(nextState()).isInstanceOf(SourceState.Closed.class);
      assertThat(camera.closed).isTrue();
    }

    @Test
    void analysisGetsTheNewestFrameAndNeverHoldsUpThePreview() throws InterruptedException {
      try (FramePump pump = pump(() -> camera)) {
        AnalysisFeed feed = pump.feed(10);
        for (int number = 1; number <= 50; number++) {
          camera.sensor.add(number);
        }
        for (int number = 1; number <= 50; number++) {
          assertThat(Clips.numberOf(shown.take())).isEqualTo(number);
        }
        // the last frame is offered just after it is shown
        Frame newest = feed.take(LONG).orElseThrow();
        assertThat(Clips.numberOf(newest)).isGreaterThanOrEqualTo(49);
      }
    }

    @Test
    void aCameraThatIsSaidToBeBackIsTriedAtOnce() throws InterruptedException {
      AtomicInteger tries = new AtomicInteger();
      Supplier<FrameSource> opening =
          () -> {
            if (tries.incrementAndGet() == 1) {
              throw new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "not plugged in");
            }
            return camera;
          };
      try (FramePump pump =
          new FramePump("test pump", opening, listener, new Backoff(LONG, LONG))) {
        awaitState(SourceState.Lost.class);
        camera.sensor.add(1);
        while (shown.poll(5, TimeUnit.MILLISECONDS) == null) {
          pump.retry(); // the pump may be on its way into its pause
        }
        pump.retry(); // nothing happens to one that runs
        camera.sensor.add(2);
        assertThat(Clips.numberOf(shown.take())).isEqualTo(2);
      }
      assertThat(tries).hasValue(2);
    }

    @Test
    void analysisGetsNoMoreThanItsRate() throws InterruptedException {
      try (FramePump pump = pump(() -> camera)) {
        AnalysisFeed feed = pump.feed(10);
        camera.sensor.add(1);
        assertThat(feed.take(LONG).map(Clips::numberOf)).contains(1);
        camera.sensor.add(2);
        camera.sensor.add(3);
        shown.take();
        shown.take();
        shown.take();
        assertThat(feed.take(SHORT)).isEmpty();
        // 99 ms after the first one
        camera.sensor.add(4);
        assertThat(feed.take(LONG).map(Clips::numberOf)).contains(4);
      }
    }

    @Test
    void aCameraPulledOutComesBackByItself() throws InterruptedException {
      AtomicInteger openings = new AtomicInteger();
      Plugged again = new Plugged();
      Supplier<FrameSource> opening =
          () ->
              switch (openings.incrementAndGet()) {
                case 1 -> camera;
                case 2, 3 -> throw new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "not there");
                default -> again;
              };
      camera.sensor.add(1);
      camera.sensor.add(-1);
      again.sensor.add(100);
      try (FramePump pump = pump(opening)) {
        AnalysisFeed feed = pump.feed(10);
        assertThat(awaitState(SourceState.Lost.class).why()).hasMessage("pulled out");
        assertThat(awaitState(SourceState.Lost.class).why()).hasMessage("not there");
        awaitState(SourceState.Running.class);
        assertThat(camera.closed).isTrue();
        Frame frame = feed.take(LONG).orElseThrow();
        if (Clips.numberOf(frame) == 1) {
          frame = feed.take(LONG).orElseThrow();
        }
        assertThat(Clips.numberOf(frame)).isEqualTo(100);
      }
    }

    @Test
    void aWaitingCameraCanBeClosed() throws InterruptedException {
      FramePump pump = pump(() -> camera);
      AnalysisFeed feed = pump.feed(10);
      awaitState(SourceState.Opened.class);
      pump.close();
      assertThat(camera.closed).isTrue();
      assertThat(awaitState(SourceState.Closed.class)).isNotNull();
      assertThat(feed.ended()).isTrue();
      assertThat(pump.feed(10).ended()).isTrue();
    }

    @Test
    void refreshOpensItAgain() throws InterruptedException {
      AtomicInteger openings = new AtomicInteger();
      try (FramePump pump =
          pump(() -> {
            openings.incrementAndGet();
            return camera;
          })) {
        awaitState(SourceState.Opened.class);
        pump.refresh();
        camera.sensor.add(1);
        awaitState(SourceState.Opened.class);
        assertThat(openings).hasValue(2);
      }
    }
  }

  @Nested
  class WithARecording {
    private List<Frame> drain(AnalysisFeed feed) throws InterruptedException {
      List<Frame> frames = new ArrayList<>();
      while (!feed.ended()) {
        feed.take(LONG).ifPresent(frames::add);
      }
      return frames;
    }

    @Test
    void analysisGetsEveryTickOfItHoweverSlowItIs() throws InterruptedException {
      try (FramePump pump = pump(() -> Clips.recording(100, 25))) {
        AnalysisFeed feed = pump.feedFromStart(10);
        List<Frame> frames = drain(feed);
        assertThat(frames).hasSize(40);
        for (int i = 0; i < frames.size(); i++) {
          assertThat(frames.get(i).timestampMillis()).isEqualTo(100L * i);
        }
        assertThat(frames.stream().map(Clips::numberOf).limit(5)).containsExactly(0, 3, 5, 8, 10);
      }
    }

    @Test
    void itEndsAndCanBePlayedAgainFromItsStart() throws InterruptedException {
      try (FramePump pump = pump(() -> Clips.recording(50, 25))) {
        awaitState(SourceState.Ended.class);
        assertThat(shown).hasSize(50);
        List<Frame> frames = drain(pump.feedFromStart(10));
        assertThat(Clips.numberOf(frames.getFirst())).isZero();
        assertThat(frames).hasSize(20);
        awaitState(SourceState.Ended.class);
      }
    }

    @Test
    void aFeedThatIsClosedNoLongerHoldsItUp() throws InterruptedException {
      try (FramePump pump = pump(() -> Clips.recording(50, 25))) {
        AnalysisFeed feed = pump.feedFromStart(10);
        assertThat(feed.take(LONG)).isPresent();
        feed.close();
        awaitState(SourceState.Ended.class);
        assertThat(feed.take(LONG)).isEmpty();
      }
    }

    @Test
    void thatIsBrokenFailsOnceAndIsNotTriedAgain() throws InterruptedException {
      AtomicInteger openings = new AtomicInteger();
      try (FramePump pump =
          pump(() -> {
            openings.incrementAndGet();
            throw new FacedeskException(ErrorCode.MEDIA_UNREADABLE, "broken");
          })) {
        assertThat(awaitState(SourceState.Failed.class).why()).hasMessage("broken");
        AnalysisFeed feed = pump.feedFromStart(10);
        awaitState(SourceState.Failed.class);
        assertThat(drain(feed)).isEmpty();
        assertThat(openings).hasValue(2);
      }
    }
  }

  @Test
  void aFaultOfTheListenerIsToldAndEndsThePump() throws InterruptedException {
    BlockingQueue<SourceState> told = new LinkedBlockingQueue<>();
    FramePump.Listener faulty =
        new FramePump.Listener() {
          @Override
          public void frame(Frame frame) {
            throw new IllegalStateException("made up for this test");
          }

          @Override
          public void state(SourceState state) {
            told.add(state);
          }
        };
    try (FramePump pump =
        new FramePump(
            "test pump", () -> Clips.recording(5, 25), faulty, new Backoff(SHORT, SHORT))) {
      List<SourceState> all = new ArrayList<>();
      while (all.isEmpty() || !(all.getLast() instanceof SourceState.Closed)) {
        all.add(told.take());
      }
      assertThat(pump.feedFromStart(10).ended()).isTrue();
      assertThat(all.get(all.size() - 2))
          .isInstanceOfSatisfying(
              SourceState.Failed.class,
              failed -> assertThat(failed.why().code()).isEqualTo(ErrorCode.INTERNAL));
    }
  }
}
