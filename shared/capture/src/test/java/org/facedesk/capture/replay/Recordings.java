package org.facedesk.capture.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.jspecify.annotations.Nullable;

/** Small recordings for tests: written here, or found beside the checkout. */
final class Recordings {
  static final int WIDTH = 64;
  static final int HEIGHT = 48;

  private Recordings() {}

  /** An MPEG-4 clip at 25 fps: top left quarter bright, the rest dark. */
  static Path mp4(Path file, int frames) throws IOException {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), WIDTH, HEIGHT);
        Frame picture = new Frame(WIDTH, HEIGHT, Frame.DEPTH_UBYTE, 3)) {
      recorder.setFormat("mp4");
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
      recorder.setFrameRate(25);
      recorder.setVideoQuality(2);
      recorder.start();
      java.nio.ByteBuffer rows = (java.nio.ByteBuffer) picture.image[0];
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          byte grey = (byte) (x < WIDTH / 2 && y < HEIGHT / 2 ? 220 : 30);
          for (int c = 0; c < 3; c++) {
            rows.put(y * picture.imageStride + 3 * x + c, grey);
          }
        }
      }
      for (int i = 0; i < frames; i++) {
        recorder.record(picture);
      }
      recorder.stop();
    }
    return file;
  }

  /** Makes a player turn the clip by 90 degrees clockwise, as a phone held upright does. */
  static void turnClockwise(Path mp4) throws IOException {
    byte[] bytes = Files.readAllBytes(mp4);
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    // ISO 14496-12 8.3.2: the matrix {a,b,u, c,d,v, x,y,w} follows 40 bytes after the box's name
    java.nio.ByteBuffer matrix =
        java.nio.ByteBuffer.wrap(bytes).position(text.indexOf("tkhd") + 44).slice();
    int one = 1 << 16;
    int[] values = {0, one, 0, -one, 0, 0, HEIGHT << 16, 0, 1 << 30};
    for (int value : values) {
      matrix.putInt(value);
    }
    Files.write(mp4, bytes);
  }

  /** The folder with material for measuring, or null where there is none. */
  static @Nullable Path shared() {
    String named = System.getProperty("facedesk.shared", "");
    if (named.isEmpty()) {
      named = System.getenv().getOrDefault("FACEDESK_SHARED", "");
    }
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    return Stream.iterate(
            Path.of(System.getProperty("user.dir")).toAbsolutePath(),
            java.util.Objects::nonNull,
            Path::getParent)
        .map(folder -> folder.resolve("shared"))
        .filter(folder -> Files.isDirectory(folder.resolve("eval")))
        .findFirst()
        .orElse(null);
  }
}
