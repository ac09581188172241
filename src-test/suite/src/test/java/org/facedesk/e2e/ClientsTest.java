package org.facedesk.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.facedesk.capture.practice.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The clients that come with the station, run by their own test runners against a station that is
 * real: each enrolls a person and recognises them. Each has an API client of its own, so that none
 * meets the people of another.
 */
class ClientsTest {
  private static final Path CLIENTS = Path.of("../../clients").toAbsolutePath().normalize();
  private static final Path WORK = Path.of("target", "clients").toAbsolutePath();
  private static final Duration AT_MOST = Duration.ofMinutes(3);
  private static final int OLDEST_NODE = 20;
  private static final double CAMERA_SECONDS = 24;

  @TempDir private static Path data;
  private static @Nullable StationProcess station;

  @AfterAll
  static void stop() {
    if (station != null) {
      station.close();
      station = null;
    }
  }

  @Test
  void theJavaScriptClientEnrollsAndRecognises() throws Exception {
    Path npm = npm();
    Path folder = CLIENTS.resolve("javascript");
    ForeignProgram.needInstalled(
        "the JavaScript client's tests need npm ci", folder.resolve("node_modules"));

    ForeignProgram.run(
        folder,
        environment("api_key", pictures()),
        AT_MOST,
        WORK.resolve("javascript.log"),
        List.of(npm.toString(), "test"));
  }

  @Test
  void thePythonClientEnrollsAndRecognises() throws Exception {
    Path folder = CLIENTS.resolve("python");
    Path python =
        ForeignProgram.need(
            "the Python client's tests need their virtual environment",
            folder.resolve(".venv/bin/python").toString());

    ForeignProgram.run(
        folder,
        environment("double", pictures()),
        AT_MOST,
        WORK.resolve("python.log"),
        List.of(python.toString(), "-m", "pytest"));
  }

  @Test
  void aBrowserEnrollsAndRecognisesOnTheStationsPage() throws Exception {
    Path npm = npm();
    Path chromium =
        ForeignProgram.need(
            "the page's test needs Chromium", "chromium", "chromium-browser", "google-chrome");
    Path folder = CLIENTS.resolve("web");
    ForeignProgram.needInstalled("the page's tests need npm ci", folder.resolve("node_modules"));
    Path clips = WORK.resolve("clips");
    Map<String, String> environment = new HashMap<>(environment("api_key", clips));
    environment.put("FACEDESK_CHROMIUM", chromium.toString());
    environment.put("FACEDESK_CLIPS", cameras(clips).toString());
    environment.put("FACEDESK_SCREENS", WORK.resolve("screens").toString());

    ForeignProgram.run(
        folder, environment, AT_MOST, WORK.resolve("page.log"), List.of(npm.toString(), "test"));
  }

  private static Path npm() throws IOException {
    String purpose = "JavaScript's tests need Node.js";
    ForeignProgram.needVersion(purpose, ForeignProgram.need(purpose, "node"), OLDEST_NODE);
    return ForeignProgram.need(purpose + " with npm", "npm");
  }

  private static Map<String, String> environment(String envelope, Path frames) throws Exception {
    StationProcess running = station;
    if (running == null) {
      running = StationProcess.serve(data);
      station = running;
    }
    JsonNode client =
        StationProcess.run(
                "client",
                "create",
                "e2e",
                "--envelope",
                envelope,
                "--json",
                "--data",
                data.toString())
            .last();
    return Map.of(
        "FACEDESK_URL", running.address().toString(),
        "FACEDESK_API_KEY", client.get("api_key").asString(),
        "FACEDESK_API_SECRET", client.get("api_secret").asString(),
        "FACEDESK_FRAMES", frames.toString());
  }

  /** Folders of pictures, four of one person and one of another. */
  private static Path pictures() throws IOException {
    Path frames = WORK.resolve("frames");
    if (!Files.exists(frames.resolve("complete"))) {
      List<String> takes = List.of("enroll", "again", "rest", "once-more");
      for (int i = 0; i < takes.size(); i++) {
        ClipFiles.pictures(frames.resolve(takes.get(i)), Person.PORTRAIT, i + 1);
      }
      ClipFiles.pictures(frames.resolve("other"), Person.BEARDED, 5);
      Files.createFile(frames.resolve("complete"));
    }
    return frames;
  }

  /**
   * What a browser's fake camera plays: longer than a session needs, so that it does not repeat.
   */
  private static Path cameras(Path clips) throws IOException {
    if (!Files.exists(clips.resolve("complete"))) {
      ClipFiles.camera(clips.resolve("enroll.mjpeg"), Person.PORTRAIT, CAMERA_SECONDS, 21);
      ClipFiles.camera(clips.resolve("again.mjpeg"), Person.PORTRAIT, CAMERA_SECONDS, 22);
      Files.createFile(clips.resolve("complete"));
    }
    return clips;
  }
}
