package org.facedesk.bench;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.Person;
import org.facedesk.capture.practice.PracticeClip;
import org.facedesk.capture.practice.PracticeHead;
import org.facedesk.core.Frame;
import org.facedesk.engine.torch.ImageLimits;
import org.facedesk.engine.torch.OpenCvFrameDecoder;

/**
 * Clients as browsers are, against a station in a process of its own on the same computer: each
 * sends rendered frames at ten a second, session after session, whether or not answers keep up.
 * {@code LoadProgram MAIN_CLASS_PATH SECONDS CLIENTS…} prints a line for each number of clients,
 * with the processor time that the station took and what was taken by this program beside it.
 */
public final class LoadProgram {
  private static final int FRAMES_A_SESSION = 110;

  /** Of one API client: each may have ten sessions that wait. */
  private static final int CLIENTS_EACH = 10;

  /** A station runs all day: the just-in-time compiler's share of its first minute is left out. */
  private static final int WARM_UP_SECONDS = 45;

  private static final String HEAD =
      "clients  frames/s  answered  p50 ms  p95 ms  p99 ms  silence ms  left out  too soon  failed  sessions"
          + "  lost  station MB  station cores  ms/frame  generator cores";
  private final HttpClient http = HttpClient.newHttpClient();
  private final ServedStation station;
  private final List<String> frames;

  private LoadProgram(ServedStation station, List<String> frames) {
    this.station = station;
    this.frames = frames;
  }

  public static void main(String[] arguments) throws Exception {
    int seconds = Integer.parseInt(arguments[1]);
    List<String> frames = frames();
    System.out.println(HEAD);
    for (int i = 2; i < arguments.length; i++) {
      int clients = Integer.parseInt(arguments[i]);
      try (ServedStation station =
          ServedStation.start(arguments[0], Math.ceilDiv(clients, CLIENTS_EACH))) {
        LoadProgram load = new LoadProgram(station, frames);
        load.run(clients, WARM_UP_SECONDS, new Tally());
        load.measure(clients, seconds);
      }
    }
  }

  /**
   * A head that turns but never blinks: no session ends before its frames do. Made into messages
   * once, so that what is measured is the station and not this program.
   */
  private static List<String> frames() {
    OpenCvFrameDecoder encoder = new OpenCvFrameDecoder(ImageLimits.REMOTE);
    List<String> messages = new ArrayList<>();
    try (PracticeClip clip =
        new PracticeClip(
            new PracticeHead(Person.PORTRAIT), Choreography.WITHOUT_BLINK, 10, 11.9, 1)) {
      Optional<Frame> frame = clip.next();
      for (int i = 0; frame.isPresent() && i < FRAMES_A_SESSION; i++) {
        String image = Base64.getEncoder().encodeToString(encoder.encodeJpeg(frame.get(), 85));
        messages.add(
            "{\"type\":\"frame\",\"image\":\"data:image/jpeg;base64,%s\",\"seq\":%d}"
                .formatted(image, i));
        frame = clip.next();
      }
    }
    return messages;
  }

  private void measure(int clients, int seconds) throws Exception {
    Tally tally = new Tally();
    Duration stationBefore = station.cpu();
    Duration ownBefore = ownCpu();
    long start = System.nanoTime();
    run(clients, seconds, tally);
    double elapsed = (System.nanoTime() - start) / 1e9;
    double stationSeconds = station.cpu().minus(stationBefore).toMillis() / 1e3;
    double ownSeconds = ownCpu().minus(ownBefore).toMillis() / 1e3;
    int answered = tally.waits.size();
    System.out.printf(
        Locale.ROOT,
        "%7d  %8.1f  %7.1f%%  %6.0f  %6.0f  %6.0f  %10.0f  %8d  %8d  %6d  %8d  %4d  %10d  %13.2f  %8.1f"
            + "  %15.2f%n",
        clients,
        tally.sent.get() / elapsed,
        100.0 * answered / Math.max(1, tally.sent.get()),
        tally.wait(0.5),
        tally.wait(0.95),
        tally.wait(0.99),
        tally.silence.get(),
        tally.leftOut.get(),
        tally.tooSoon.get(),
        tally.failed.get(),
        tally.sessions.get(),
        tally.lost.get(),
        station.residentMegabytes(),
        stationSeconds / elapsed,
        1000 * stationSeconds / Math.max(1, answered),
        ownSeconds / elapsed);
  }

  private static Duration ownCpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private void run(int clients, int seconds, Tally tally) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 0; number < clients; number++) {
        int own = number;
        LoadClient client =
            new LoadClient(
                http, station.address(), station.apiKeys().get(own / CLIENTS_EACH), frames, tally);
        threads.execute(() -> client.run(own, end));
        Thread.sleep(1000 / clients);
      }
    }
  }
}
