package org.facedesk.capture.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.facedesk.capture.FrameSource;
import org.facedesk.core.Frame;

/** A folder's JPEG and PNG pictures in name order, at a rate given from outside. */
final class PictureFolder implements FrameSource {
  private final Path folder;
  private final Iterator<Path> pictures;
  private final double framesPerSecond;
  private long given;

  private PictureFolder(Path folder, List<Path> pictures, double framesPerSecond) {
    this.folder = folder;
    this.pictures = pictures.iterator();
    this.framesPerSecond = framesPerSecond;
  }

  static PictureFolder open(Path folder, double framesPerSecond) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> pictures =
          files.filter(Files::isRegularFile).filter(PictureFolder::isPicture).sorted().toList();
      if (pictures.isEmpty()) {
        throw Replay.unreadable(folder, "has no JPEG or PNG picture in it");
      }
      return new PictureFolder(folder, pictures, framesPerSecond);
    } catch (IOException e) {
      throw Replay.unreadable(folder, "cannot be listed", e);
    }
  }

  private static boolean isPicture(Path file) {
    String name = Replay.nameOf(file).toLowerCase(Locale.ROOT);
    return name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png");
  }

  @Override
  public Optional<Frame> next() {
    if (!pictures.hasNext()) {
      return Optional.empty();
    }
    return Optional.of(read(pictures.next(), Math.round(given++ * 1000 / framesPerSecond)));
  }

  /** Decoded from memory: OpenCV's own file reading knows no names beyond ASCII on Windows. */
  private static Frame read(Path file, long timestampMillis) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw Replay.unreadable(file, "cannot be read", e);
    }
    if (bytes.length == 0) {
      throw Replay.unreadable(file, "is empty");
    }
    try (BytePointer pointer = new BytePointer(bytes);
        Mat encoded =
            new Mat(1, bytes.length, org.bytedeco.opencv.global.opencv_core.CV_8U, pointer);
        Mat picture = opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_COLOR)) {
      if (picture.empty()) {
        throw Replay.unreadable(file, "is not a picture that can be read");
      }
      return PackedBgr.copy(picture, timestampMillis);
    }
  }

  @Override
  public String name() {
    return Replay.nameOf(folder);
  }

  @Override
  public double framesPerSecond() {
    return framesPerSecond;
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public boolean recorded() {
    return true;
  }

  /** Nothing is held between two pictures. */
  @Override
  public void close() {
    pictures.forEachRemaining(picture -> {});
  }
}
