package org.facedesk.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The page at {@code /} and the JavaScript client it is made with. The files are those of the
 * project's folder {@code clients}, taken into this jar by the build; they lie under the same paths
 * here as there, so that what they import of each other is the same, too.
 */
public final class StationPage {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private static final List<String> FILES =
      List.of(
          "web/page.css",
          "web/icon.svg",
          "web/page.js",
          "web/view.js",
          "web/texts.js",
          "javascript/facedesk.js",
          "javascript/src/camera.js",
          "javascript/src/conversation.js",
          "javascript/src/errors.js",
          "javascript/src/frames.js",
          "javascript/src/platform.js",
          "javascript/src/rest.js",
          "javascript/src/seal.js",
          "javascript/src/session.js");

  private StationPage() {}

  /** A file under its path on the station. */
  public record Part(String path, Endpoint endpoint) {}

  /** All of them, read into memory. */
  public static List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(part("/", "web/index.html"));
    FILES.forEach(file -> parts.add(part("/clients/" + file, file)));
    return List.copyOf(parts);
  }

  private static Part part(String path, String file) {
    Answer answer = new Answer(200, mediaType(file), text(file));
    return new Part(path, call -> answer);
  }

  private static String mediaType(String file) {
    return switch (file.substring(file.lastIndexOf('.') + 1)) {
      case "html" -> HTML;
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> SCRIPT;
    };
  }

  private static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(
            StationPage.class.getResourceAsStream("/org/facedesk/server/clients/" + file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
