package org.facedesk.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Evaluation data that is not part of the project: in the folder that the system property {@code
 * facedesk.shared} or {@code FACEDESK_SHARED} names, else beside the checkout.
 */
final class SharedFolder {
  private SharedFolder() {}

  static Optional<Path> find(String path) {
    String property = System.getProperty("facedesk.shared", "");
    String named = property.isBlank() ? System.getenv("FACEDESK_SHARED") : property;
    Stream<Path> places =
        named != null && !named.isBlank()
            ? Stream.of(Path.of(named))
            : Stream.iterate(
                    Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared"));
    return places.map(place -> place.resolve(path)).filter(Files::exists).findFirst();
  }
}
