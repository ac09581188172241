package org.facedesk.e2e;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.Person;

/** Clips of rendered heads as files, for programs that cannot render them. */
final class ClipFiles {
  /**
   * Chromium's file camera shows the pictures of an MJPEG file at this rate, whatever they were
   * made for.
   */
  private static final int CAMERA_RATE = 30;

  /** Pictures in a row that are the same one: ten a second are sent, so that none is sent twice. */
  private static final int SAME = 2;

  /** Twice what a session needs: on a busy machine a station leaves frames out. */
  private static final double SECONDS = 20;

  private ClipFiles() {}

  /** A folder of numbered JPEG files, ten a second. */
  static void pictures(Path folder, Person person, long seed) throws IOException {
    Files.createDirectories(folder);
    List<byte[]> jpegs = Clips.of(person, Choreography.FULL, SECONDS, seed);
    for (int i = 0; i < jpegs.size(); i++) {
      Files.write(folder.resolve("%04d.jpg".formatted(i)), jpegs.get(i));
    }
  }

  /** One file, as a browser's fake camera plays it, over and over. */
  static void camera(Path file, Person person, double seconds, long seed) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (byte[] jpeg :
          Clips.of(person, Choreography.FULL, (double) CAMERA_RATE / SAME, seconds, seed)) {
        for (int i = 0; i < SAME; i++) {
          out.write(jpeg);
        }
      }
    }
  }
}
