package org.facedesk.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenCvFrameDecoderTest {
  private static final OpenCvFrameDecoder DECODER = Engine.DECODER;

  @Nested
  class GoodFiles {
    @Test
    void aFrameSurvivesTheWayThroughAJpeg() {
      Frame portrait = Engine.portrait();

      Frame again = DECODER.decode(DECODER.encodeJpeg(portrait, 95), 7);

      assertThat(again.timestampMillis()).isEqualTo(7);
      assertThat(again.width()).isEqualTo(512);
      assertThat(meanDifference(portrait, again)).isLessThan(4);
    }

    @ParameterizedTest
    @ValueSource(
        ints = {
          BufferedImage.TYPE_3BYTE_BGR,
          BufferedImage.TYPE_BYTE_GRAY,
          BufferedImage.TYPE_USHORT_GRAY,
          BufferedImage.TYPE_BYTE_INDEXED,
          BufferedImage.TYPE_INT_ARGB
        })
    void pngsOfEveryKindBecomeTheSameBgr(int type) throws IOException {
      byte[] file = PictureFiles.write(PictureFiles.ramp(type, 64, 8), "png");

      Frame frame = DECODER.decode(file, 0);

      assertThat(frame.bgr()).hasSize(3 * 64 * 8);
      // Java's palette has coarse greys, and its 16-bit greys go through a linear colour space.
      assertThat(frame.bgr()[0] & 0xFF).isLessThan(8);
      assertThat(frame.bgr()[3 * 63] & 0xFF).isGreaterThan(247);
    }

    @Test
    void aGreyJpegHasThreeEqualChannels() throws IOException {
      byte[] file =
          PictureFiles.write(PictureFiles.ramp(BufferedImage.TYPE_BYTE_GRAY, 64, 64), "jpg");

      byte[] bgr = DECODER.decode(file, 0).bgr();

      assertThat(bgr[90]).isEqualTo(bgr[91]).isEqualTo(bgr[92]);
    }

    @Test
    void aProgressiveJpegIsDecoded() throws IOException {
      assertThat(DECODER.decode(PictureFiles.progressiveJpeg(200, 100), 0).width()).isEqualTo(200);
    }

    @Test
    void theExifOrientationIsApplied() throws IOException {
      byte[] upright =
          PictureFiles.write(PictureFiles.ramp(BufferedImage.TYPE_INT_RGB, 96, 48), "jpg");

      Frame turned = DECODER.decode(PictureFiles.withOrientation(upright, 6), 0);

      assertThat(turned.width()).isEqualTo(48);
      assertThat(turned.height()).isEqualTo(96);
      assertThat(turned.bgr()[0] & 0xFF).as("dark end on top").isLessThan(10);
    }
  }

  @Nested
  class BadFiles {
    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a", "<svg/>", "\u0000\u0000"})
    void whatIsNeitherJpegNorPngIsUnsupported(String content) {
      assertRefused(content.getBytes(StandardCharsets.UTF_8), ErrorCode.UNSUPPORTED_MEDIA);
    }

    @Test
    void aFileOfMoreThanOneMebibyteIsNotLookedAt() {
      assertRefused(new byte[(1 << 20) + 1], ErrorCode.IMAGE_TOO_LARGE);
    }

    @Test
    void theHeaderAloneTellsThatAPictureIsTooLarge() {
      assertRefused(PictureFiles.pngOfSize(2001, 2000), ErrorCode.IMAGE_TOO_LARGE);
      assertRefused(PictureFiles.pngOfSize(-1, -1), ErrorCode.IMAGE_TOO_LARGE);
      byte[] jpeg = jpeg();
      int header = PictureFiles.indexOf(jpeg, 0xFF, 0xC0);
      Arrays.fill(jpeg, header + 5, header + 9, (byte) 0xFF);
      assertRefused(jpeg, ErrorCode.IMAGE_TOO_LARGE);
    }

    @Test
    void aPictureWithoutPixelsIsInvalid() {
      assertRefused(PictureFiles.pngOfSize(0, 10), ErrorCode.INVALID_IMAGE);
    }

    @Test
    void aPngWithoutItsDataIsInvalid() {
      assertRefused(PictureFiles.pngOfSize(10, 10), ErrorCode.INVALID_IMAGE);
    }

    @Test
    void aFileThatWasCutOffIsInvalidWhereverItWasCut() {
      byte[] jpeg = jpeg();
      byte[] png = Engine.resource("portrait.png");
      for (double part : new double[] {0.01, 0.3, 0.7, 0.99}) {
        assertRefused(Arrays.copyOf(jpeg, (int) (part * jpeg.length)), ErrorCode.INVALID_IMAGE);
        assertRefused(Arrays.copyOf(png, (int) (part * png.length)), ErrorCode.INVALID_IMAGE);
      }
    }

    @Test
    void aPngThatDoesNotMatchItsChecksumsIsInvalid() {
      byte[] png = Engine.resource("portrait.png");
      png[png.length / 2] ^= 1;

      assertRefused(png, ErrorCode.INVALID_IMAGE);
    }

    @Test
    void anAnimationIsUnsupported() {
      byte[] still = PictureFiles.pngOfSize(10, 10);
      byte[] animated =
          PictureFiles.inserted(still, 33, PictureFiles.pngChunk("acTL", new byte[8]));

      assertRefused(animated, ErrorCode.UNSUPPORTED_MEDIA);
    }

    @Test
    void compressedTextNeverReachesTheDecoder() throws IOException {
      byte[] clean = PictureFiles.write(PictureFiles.ramp(BufferedImage.TYPE_INT_RGB, 9, 9), "png");
      byte[] text = PictureFiles.pngChunk("zTXt", new byte[100]);

      ImageStructure structure =
          ImageStructure.of(PictureFiles.inserted(clean, 33, text), ImageLimits.REMOTE);

      assertThat(structure.decodable()).isEqualTo(clean);
      assertThat(structure.width()).isEqualTo(9);
    }

    @Test
    void aProgressiveJpegWithHundredsOfPassesIsInvalid() throws IOException {
      byte[] jpeg = PictureFiles.progressiveJpeg(64, 64);
      int scan = PictureFiles.indexOf(jpeg, 0xFF, 0xDA);
      byte[] again = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 0, 0};
      for (int i = 0; i < 100; i++) {
        jpeg = PictureFiles.inserted(jpeg, scan, again);
      }

      assertRefused(jpeg, ErrorCode.INVALID_IMAGE);
    }

    @Test
    void damageAnywhereIsRefusedOrHarmless() {
      Random random = new Random(1);
      byte[] small =
          DECODER.encodeJpeg(
              Frames.placed(Frames.blank(96, 96), Engine.portrait(), 0.25, 0, 0), 80);
      for (int i = 0; i < 500; i++) {
        byte[] damaged = small.clone();
        for (int k = 0; k <= i % 5; k++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        assertRefusedOrDecoded("damage " + i, damaged);
      }
    }

    /** 1,502 files from the test corpora of decoders. */
    @Test
    void hostileFilesFromElsewhereAreRefusedOrHarmless() throws IOException {
      Optional<Path> folder = SharedMaterial.find("eval/bad-input");
      assumeTrue(folder.isPresent(), "no shared material beside the checkout");
      List<String> decoded = new ArrayList<>();
      try (Stream<Path> files = Files.list(folder.get())) {
        for (Path file : files.filter(f -> !f.toString().endsWith(".csv")).sorted().toList()) {
          String name = file.getFileName().toString();
          if (assertRefusedOrDecoded(name, Files.readAllBytes(file))) {
            decoded.add(name);
          }
        }
      }
      assertThat(decoded).hasSizeBetween(100, 1400);
    }
  }

  private static byte[] jpeg() {
    return DECODER.encodeJpeg(Engine.portrait(), 90);
  }

  private static void assertRefused(byte[] file, ErrorCode code) {
    assertThatThrownBy(() -> DECODER.decode(file, 0))
        .isInstanceOfSatisfying(
            FacedeskException.class, e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
  }

  /** Whether it was decoded; anything but a frame or a refusal fails. */
  private static boolean assertRefusedOrDecoded(String name, byte[] file) {
    try {
      Frame frame = DECODER.decode(file, 0);
      assertThat((long) frame.width() * frame.height()).as(name).isBetween(1L, 4_000_000L);
      return true;
    } catch (FacedeskException e) {
      assertThat(e.code())
          .as(name)
          .isIn(ErrorCode.INVALID_IMAGE, ErrorCode.UNSUPPORTED_MEDIA, ErrorCode.IMAGE_TOO_LARGE);
      return false;
    }
  }

  private static double meanDifference(Frame a, Frame b) {
    long sum = 0;
    for (int i = 0; i < a.bgr().length; i++) {
      sum += Math.abs((a.bgr()[i] & 0xFF) - (b.bgr()[i] & 0xFF));
    }
    return (double) sum / a.bgr().length;
  }
}
