package org.facedesk.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.Person;
import org.facedesk.e2e.Clips;
import org.facedesk.engine.torch.PictureTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some seconds of fuzzing, from seeds that the project makes. */
class FuzzTest {
  private static final int SECONDS = Integer.getInteger("facedesk.fuzz.seconds", 5);
  private static final int PATIENCE_SECONDS = 300;
  private static final String PORTRAIT = "/org/facedesk/capture/practice/portrait.png";

  @TempDir private Path folder;

  @Test
  void everyMessageIsReadOrRefused() throws Exception {
    Path seeds = Files.createDirectory(folder.resolve("seeds"));
    int number = 0;
    for (String seed :
        List.of(
            "{\"type\":\"ping\"}",
            "{\"type\":\"frame\",\"image\":\"data:image/jpeg;base64,/9j/\",\"ts\":1.5,\"seq\":3}",
            "{\"user_id\":\"ada\",\"session_type\":\"webcam\",\"metadata\":{\"target_samples\":3,"
                + "\"required_blinks\":1,\"device_info\":{}}}",
            "{\"external_user_id\":\"ada\",\"profile\":{\"name\":\"Ada\"},\"metadata\":{},"
                + "\"face_auth_enabled\":true,\"old_profile_photo\":null}",
            "{\"api_key\":\"a\",\"api_secret\":\"b\"}",
            "{\"session_token\":\"sess_\",\"image\":\"AAAA\",\"frame_number\":1}")) {
      Files.writeString(seeds.resolve("seed" + number++), seed);
    }

    fuzz(MessageTarget.class, "org.facedesk.protocol.**:tools.jackson.core.**", seeds);
  }

  @Test
  void everyPictureIsReadOrRefused() throws Exception {
    Path seeds = Files.createDirectory(folder.resolve("seeds"));
    Files.write(
        seeds.resolve("a.jpg"), Clips.of(Person.PORTRAIT, Choreography.FULL, 1, 1).getFirst());
    try (InputStream portrait =
        Objects.requireNonNull(FuzzTest.class.getResourceAsStream(PORTRAIT))) {
      Files.write(seeds.resolve("a.png"), portrait.readAllBytes());
    }

    fuzz(PictureTarget.class, "org.facedesk.engine.**", seeds);
  }

  /**
   * @param guided classes whose branches lead the fuzzer
   */
  private void fuzz(Class<?> target, String guided, Path seeds)
      throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // most of its time is instrumenting
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "-Djdk.attach.allowAttachSelf=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=" + guided,
                "--reproducer_path=" + folder,
                "-max_total_time=" + SECONDS,
                "-artifact_prefix=" + folder.resolve("finding-"),
                "-max_len=200000",
                seeds.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(SECONDS + PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }

    String said = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(ended).as("the fuzzer ended by itself: %s", said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("Done ");
  }
}
