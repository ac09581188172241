package org.facedesk.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.desktop.capture.CameraFeeds.CameraFeed;
import org.facedesk.desktop.capture.CameraFeeds.Pass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PumpFeedsTest {
  private static final SourceSpec CLIP = new SourceSpec.Replay(Path.of("clip.mp4"));
  private static final int LENGTH = 5;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<Frame> shown = new LinkedBlockingQueue<>();
  private final CameraFeeds.Sink sink =
      new CameraFeeds.Sink() {
        @Override
        public void preview(Frame frame) {
          shown.add(frame);
        }

        @Override
        public void opened(String name) {
          heard.add("opened " + name);
        }

        @Override
        public void lost(FacedeskException failure) {
          heard.add("lost " + failure.code());
        }
      };

  @Test
  void aRecordingGuidesOverAndOver() throws InterruptedException {
    BlockingQueue<Frame> analysed = new LinkedBlockingQueue<>();
    try (CameraFeed feed = new PumpFeeds(spec -> new Clip()).open(CLIP, sink)) {
      feed.analyse(Pass.GUIDANCE, analysed::add, () -> {});
      int beginnings = 0;
      while (beginnings < 3) {
        Frame frame = analysed.take();
        beginnings += frame.timestampMillis() == 0 ? 1 : 0;
      }
    }
    assertThat(shown).isNotEmpty();
  }

  @Test
  void aCaptureSeesTheRecordingOnceFromItsBeginning() throws InterruptedException {
    BlockingQueue<Long> analysed = new LinkedBlockingQueue<>();
    BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    try (CameraFeed feed = new PumpFeeds(spec -> new Clip()).open(CLIP, sink)) {
      feed.analyse(Pass.GUIDANCE, frame -> {}, () -> {});
      assertThat(heard.take()).isEqualTo("opened clip");
      feed.analyse(
          Pass.CAPTURE, frame -> analysed.add(frame.timestampMillis()), () -> ended.add("ended"));
      assertThat(ended.take()).isEqualTo("ended");
      List<Long> times = new ArrayList<>();
      analysed.drainTo(times);
      assertThat(times).containsExactly(0L, 100L, 200L, 300L, 400L);
    }
  }

  @Test
  void aMissingCameraIsReported() throws InterruptedException {
    PumpFeeds feeds =
        new PumpFeeds(spec -> {
          throw new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "none in this test");
        });
    try (CameraFeed feed = feeds.open(new SourceSpec.Device(""), sink)) {
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("lost CAMERA_UNAVAILABLE");
      assertThat(feed).isNotNull();
    }
  }

  /** A recording of five frames, ten a second, that comes as fast as it is taken. */
  private static final class Clip implements FrameSource {
    private int next;

    @Override
    public Optional<Frame> next() {
      return next == LENGTH ? Optional.empty() : Optional.of(Pictures.blank(100L * next++));
    }

    @Override
    public String name() {
      return "clip";
    }

    @Override
    public double framesPerSecond() {
      return 10;
    }

    @Override
    public boolean live() {
      return true;
    }

    @Override
    public boolean recorded() {
      return true;
    }

    @Override
    public void close() {}
  }
}
