package org.facedesk.capture.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.facedesk.capture.Clips;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.Thinned;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  /** One pixel each. */
  private static final byte[] RED_PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");

  private static final byte[] BLUE_PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYPgPAAEDAQAIicLsAAAAAElFTkSuQmCC");

  @TempDir Path temp;

  private static void assertUnreadable(Path path) {
    assertThatThrownBy(
            () -> {
              try (FrameSource source = Replay.open(path)) {
                Clips.drain(source);
              }
            })
        .isInstanceOfSatisfying(
            FacedeskException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.MEDIA_UNREADABLE))
        .hasMessageContaining(path.getFileName().toString());
  }

  private static int grey(Frame frame, int x, int y) {
    return frame.bgr()[3 * (y * frame.width() + x)] & 0xFF;
  }

  @Nested
  class AVideoFile {
    @Test
    void givesEveryFrameWithItsOwnTime() throws IOException {
      try (FrameSource clip = Replay.open(Recordings.mp4(temp.resolve("a.mp4"), 10))) {
        List<Frame> frames = Clips.drain(clip);
        assertThat(Clips.times(frames))
            .containsExactly(0L, 40L, 80L, 120L, 160L, 200L, 240L, 280L, 320L, 360L);
        assertThat(clip.framesPerSecond()).isEqualTo(25);
        assertThat(clip.name()).isEqualTo("a.mp4");
        assertThat(clip.live()).isFalse();
        assertThat(clip.recorded()).isTrue();
      }
    }

    @Test
    void keepsItsPicture() throws IOException {
      try (FrameSource clip = Replay.open(Recordings.mp4(temp.resolve("a.mp4"), 2))) {
        Frame frame = clip.next().orElseThrow();
        assertThat(frame.width()).isEqualTo(Recordings.WIDTH);
        assertThat(frame.height()).isEqualTo(Recordings.HEIGHT);
        assertThat(grey(frame, 5, 5)).isBetween(200, 240);
        assertThat(grey(frame, 60, 5)).isBetween(10, 50);
        assertThat(grey(frame, 5, 40)).isBetween(10, 50);
      }
    }

    @Test
    void isTurnedUprightAsItSays() throws IOException {
      Path file = Recordings.mp4(temp.resolve("phone.mp4"), 2);
      Recordings.turnClockwise(file);
      try (FrameSource clip = Replay.open(file)) {
        Frame frame = clip.next().orElseThrow();
        assertThat(frame.width()).isEqualTo(Recordings.HEIGHT);
        assertThat(frame.height()).isEqualTo(Recordings.WIDTH);
        // the bright quarter moved from the top left to the top right
        assertThat(grey(frame, 43, 5)).isBetween(200, 240);
        assertThat(grey(frame, 5, 5)).isBetween(10, 50);
      }
    }

    @Test
    void cutOffBeforeItsIndexIsRefused() throws IOException {
      Path whole = Recordings.mp4(temp.resolve("whole.mp4"), 10);
      byte[] bytes = Files.readAllBytes(whole);
      Path cut = Files.write(temp.resolve("cut.mp4"), java.util.Arrays.copyOf(bytes, 500));
      assertUnreadable(cut);
    }

    @Test
    void mayBeClosedTwiceAndThenHasEnded() throws IOException {
      FrameSource clip = Replay.open(Recordings.mp4(temp.resolve("a.mp4"), 3));
      clip.close();
      clip.close();
      assertThat(clip.next()).isEmpty();
    }

    @Test
    void leavesNoNativeMemoryBehind() throws IOException {
      Path file = Recordings.mp4(temp.resolve("a.mp4"), 20);
      long before = 0;
      for (int i = 0; i < 60; i++) {
        try (FrameSource clip = Replay.open(file)) {
          assertThat(Clips.drain(clip)).hasSize(20);
        }
        before = i == 20 ? Pointer.physicalBytes() : before;
      }
      assertThat(Pointer.physicalBytes() - before).isLessThan(64L << 20);
    }

    @Test
    void inH264IsDecoded() {
      Path shared = Recordings.shared();
      assumeTrue(shared != null, "no material for measuring beside this checkout");
      try (FrameSource clip =
          new Thinned(Replay.open(shared.resolve("eval/clips/clip-026.mp4")), 10)) {
        List<Frame> frames = Clips.drain(clip);
        assertThat(frames).hasSize(80);
        assertThat(frames.getFirst().width()).isEqualTo(512);
      }
    }
  }

  @Nested
  class AFolder {
    @Test
    void givesItsPicturesInNameOrder() throws IOException {
      Files.write(temp.resolve("b.PNG"), BLUE_PNG);
      Files.write(temp.resolve("a.png"), RED_PNG);
      Files.writeString(temp.resolve("notes.txt"), "not a picture");
      try (FrameSource folder = Replay.open(temp)) {
        List<Frame> frames = Clips.drain(folder);
        assertThat(Clips.times(frames)).containsExactly(0L, 100L);
        assertThat(frames.get(0).bgr()).containsExactly(0, 0, 255);
        assertThat(frames.get(1).bgr()).containsExactly(255, 0, 0);
      }
    }

    @Test
    void canBePlayedAtAnotherRate() throws IOException {
      Files.write(temp.resolve("a.png"), RED_PNG);
      Files.write(temp.resolve("b.png"), BLUE_PNG);
      try (FrameSource folder = Replay.open(temp, 4)) {
        assertThat(Clips.times(Clips.drain(folder))).containsExactly(0L, 250L);
      }
    }

    @Test
    void withoutPicturesIsRefused() {
      assertUnreadable(temp);
    }

    @Test
    void withABrokenPictureIsRefusedWhenItComesToIt() throws IOException {
      Files.write(temp.resolve("a.png"), RED_PNG);
      Files.writeString(temp.resolve("b.png"), "no picture");
      try (FrameSource folder = Replay.open(temp)) {
        assertThat(folder.next()).isPresent();
        assertThatThrownBy(folder::next)
            .isInstanceOf(FacedeskException.class)
            .hasMessageContaining("b.png");
      }
    }

    @Test
    void withAnEmptyFileIsRefused() throws IOException {
      Files.write(temp.resolve("a.jpg"), new byte[0]);
      try (FrameSource folder = Replay.open(temp)) {
        assertThatThrownBy(folder::next).isInstanceOf(FacedeskException.class);
      }
    }
  }

  @Nested
  class WhatIsNoRecording {
    @Test
    void aMissingFileIsRefused() {
      assertUnreadable(temp.resolve("nothing.mp4"));
    }

    @Test
    void aTextNamedLikeAVideoIsRefused() throws IOException {
      assertUnreadable(Files.writeString(temp.resolve("text.mp4"), "hello ".repeat(1000)));
    }

    @Test
    void aPlaylistIsRefusedBecauseItReachesElsewhere() throws IOException {
      Path clip = Recordings.mp4(temp.resolve("a.mp4"), 3);
      String list = "ffconcat version 1.0\nfile '" + clip.getFileName() + "'\n";
      assertUnreadable(
          Files.write(temp.resolve("list.ffconcat"), list.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
      assertUnreadable(Files.write(temp.resolve("empty.mp4"), new byte[0]));
    }
  }
}
