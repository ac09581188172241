package org.facedesk.engine.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.torch.ImageLimits;
import org.facedesk.engine.torch.OpenCvFrameDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeparateDecoderTest {
  @Test
  void aPictureIsTheSameFromAnotherProcess() {
    OpenCvFrameDecoder here = new OpenCvFrameDecoder(ImageLimits.REMOTE);
    byte[] pixels = new byte[3 * 64 * 48];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / 40);
    }
    byte[] jpeg = here.encodeJpeg(new Frame(64, 48, pixels, 0), 90);
    try (SeparateDecoder decoder = SeparateDecoder.start(1)) {
      Frame frame = decoder.decode(jpeg, 77);

      assertThat(frame.width()).isEqualTo(64);
      assertThat(frame.height()).isEqualTo(48);
      assertThat(frame.timestampMillis()).isEqualTo(77);
      assertThat(frame.bgr()).isEqualTo(here.decode(jpeg, 0).bgr());
      assertRefused(decoder, "<svg/>", ErrorCode.UNSUPPORTED_MEDIA);
      assertThat(decoder.deaths()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"crash", "hang", "huge", "nonsense"})
  void aWorkerThatFailsTakesOnePictureWithItAndIsReplaced(String order) {
    try (SeparateDecoder decoder = failing()) {
      assertThat(decoder.decode(bytes("picture"), 0).width()).isEqualTo(1);

      assertRefused(decoder, order, ErrorCode.INVALID_IMAGE);

      assertThat(decoder.deaths()).isEqualTo(1);
      assertThat(decoder.decode(bytes("picture"), 0).width()).isEqualTo(1);
    }
  }

  @Test
  void aWorkerToldToEndFromOutsideHasNotFailed() {
    try (SeparateDecoder decoder = failing()) {
      assertRefused(decoder, "terminated", ErrorCode.OVERLOADED);

      assertThat(decoder.deaths()).isZero();
      assertThat(decoder.decode(bytes("picture"), 0).width()).isEqualTo(1);
    }
  }

  @Test
  void aRefusalIsNoFailure() {
    try (SeparateDecoder decoder = failing()) {
      assertRefused(decoder, "refuse", ErrorCode.UNSUPPORTED_MEDIA);
      assertThat(decoder.deaths()).isZero();
    }
  }

  @Test
  void aWorkerThatCannotBeStartedIsAFaultOfTheStation() {
    try (SeparateDecoder decoder =
        new SeparateDecoder(
            1, () -> new ProcessBuilder("no such program"), Duration.ofSeconds(20))) {
      assertRefused(decoder, "picture", ErrorCode.INTERNAL);
    }
  }

  @Test
  void aWorkerKnowsNoneOfTheStationsSecrets() {
    ProcessBuilder command = WorkerCommand.ofThisProgram();

    assertThat(command.environment().keySet())
        .allMatch(name -> !name.toUpperCase(java.util.Locale.ROOT).contains("FACEDESK"));
  }

  @Test
  void jarsOfOneFolderAreNamedTogether() {
    String folder = Path.of("app").toAbsolutePath().toString();
    String jars = Path.of("app", "a.jar") + File.pathSeparator + Path.of("app", "b.jar");

    assertThat(WorkerCommand.classPath(jars)).isEqualTo(folder + File.separator + "*");
    assertThat(WorkerCommand.classPath("target/classes")).isEqualTo("target/classes");
  }

  private static SeparateDecoder failing() {
    return new SeparateDecoder(
        1,
        () ->
            new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FailingWorker.class.getName()),
        Duration.ofSeconds(5));
  }

  private static byte[] bytes(String order) {
    return order.getBytes(StandardCharsets.US_ASCII);
  }

  private static void assertRefused(SeparateDecoder decoder, String order, ErrorCode code) {
    assertThatThrownBy(() -> decoder.decode(bytes(order), 0))
        .isInstanceOfSatisfying(
            FacedeskException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }
}
