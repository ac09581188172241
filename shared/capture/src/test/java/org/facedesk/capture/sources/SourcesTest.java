package org.facedesk.capture.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.SourceSpec;
import org.facedesk.capture.camera.Cameras;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");

  private final Cameras cameras = new Cameras();
  private final Sources sources = new Sources(cameras);

  @TempDir Path temp;

  @AfterEach
  void close() {
    cameras.close();
  }

  @Test
  void practiceIsTheRenderedHead() {
    try (FrameSource source = sources.open(SourceSpec.parse("practice"))) {
      assertThat(source.name()).isEqualTo("Practice camera");
      assertThat(source.next()).isPresent();
      assertThat(source.recorded()).isFalse();
    }
  }

  @Test
  void aReplayPlaysInRealTimeOnce() throws IOException {
    Files.write(temp.resolve("a.png"), PNG);
    Files.write(temp.resolve("b.png"), PNG);
    try (FrameSource source = sources.open(SourceSpec.parse("replay:" + temp))) {
      assertThat(source.live()).isTrue();
      assertThat(source.recorded()).isTrue();
      assertThat(source.next()).isPresent();
      assertThat(source.next()).isPresent();
      assertThat(source.next()).isEmpty();
    }
  }

  @Test
  void anythingElseIsACamera() {
    assertThatThrownBy(() -> sources.open(SourceSpec.parse("/dev/video9999")))
        .isInstanceOfSatisfying(
            FacedeskException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CAMERA_UNAVAILABLE));
  }
}
