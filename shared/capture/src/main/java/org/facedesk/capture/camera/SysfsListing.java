package org.facedesk.capture.camera;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Linux: the folders {@code videoN} of {@code /sys/class/video4linux}, each with the device's name.
 * A camera has a second node for metadata, which has an index other than 0 and is left out.
 */
record SysfsListing(Path root) implements DeviceListing {
  private static final Pattern NODE = Pattern.compile("video(\\d{1,4})");

  @Override
  public List<CameraInfo> cameras() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<CameraInfo> found = new ArrayList<>();
    try (Stream<Path> nodes = Files.list(root)) {
      for (Path node : nodes.toList()) {
        Matcher number = NODE.matcher(String.valueOf(node.getFileName()));
        if (number.matches() && text(node.resolve("index"), "0").equals("0")) {
          found.add(
              new CameraInfo(
                  Integer.parseInt(number.group(1)), text(node.resolve("name"), number.group())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    found.sort(Comparator.comparingInt(CameraInfo::number));
    return withNamesOfTheirOwn(found);
  }

  /** Two cameras of one model have one name; the later ones are told apart by their numbers. */
  static List<CameraInfo> withNamesOfTheirOwn(List<CameraInfo> cameras) {
    Set<String> taken = new HashSet<>();
    return cameras.stream()
        .map(camera ->
            taken.add(camera.name())
                ? camera
                : new CameraInfo(camera.number(), camera.name() + " (" + camera.number() + ")"))
        .toList();
  }

  /** One line of a file that may vanish while it is read, as its device does. */
  private static String text(Path file, String otherwise) throws IOException {
    try {
      String text = Files.readString(file).strip();
      return text.isEmpty() ? otherwise : text;
    } catch (NoSuchFileException e) {
      return otherwise;
    }
  }
}
