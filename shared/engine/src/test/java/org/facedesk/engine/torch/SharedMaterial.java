package org.facedesk.engine.torch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folder with material that may be measured on but not be part of the project: named by
 * the property {@code facedesk.shared} or the variable {@code FACEDESK_SHARED}, else {@code shared}
 * beside the checkout.
 */
final class SharedMaterial {
  private SharedMaterial() {}

  /** A file or folder below it, if there is one. */
  static Optional<Path> find(String name) {
    return root().map(root -> root.resolve(name)).filter(Files::exists);
  }

  private static Optional<Path> root() {
    String named = System.getProperty("facedesk.shared", "");
    if (named.isBlank()) {
      named = System.getenv().getOrDefault("FACEDESK_SHARED", "");
    }
    if (!named.isBlank()) {
      return Optional.of(Path.of(named));
    }
    @Nullable Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return Optional.ofNullable(folder)
        .map(checkout -> checkout.resolveSibling("shared"))
        .filter(Files::isDirectory);
  }
}
