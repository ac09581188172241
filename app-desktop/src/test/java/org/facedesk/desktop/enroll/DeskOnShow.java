package org.facedesk.desktop.enroll;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.facedesk.admin.Role;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.desktop.capture.CameraFeeds;
import org.facedesk.desktop.capture.CaptureServices;
import org.facedesk.desktop.capture.FakeDesk;
import org.facedesk.desktop.capture.People;
import org.facedesk.desktop.capture.Pictures;
import org.facedesk.desktop.shell.StationStatus;
import org.facedesk.desktop.shell.WindowProcess;
import org.facedesk.desktop.shell.WindowServices;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.enroll.Feedback;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Step;

/**
 * Shows the real window over drawn frames and a scripted session, to look at it without camera,
 * models or store: {@code DeskOnShow [light|dark] [camera|practice|replay|none] [enroll|refuse]
 * [en|id|es|fr|ar]}.
 */
final class DeskOnShow {
  private static final int COUNTED = 80;

  private DeskOnShow() {}

  public static void main(String[] arguments) throws InterruptedException {
    Theme theme = Theme.valueOf(argument(arguments, 0, "light").toUpperCase(Locale.ROOT));
    String camera = argument(arguments, 1, "practice");
    boolean refuse = argument(arguments, 2, "enroll").equals("refuse");
    FakeDesk desk = new FakeDesk(Instant.now().plusSeconds(300));
    desk.people.put(
        "E-1024",
        new People.Person("E-1024", "Ada Lovelace", Instant.parse("2026-03-01T09:00:00Z")));
    desk.sees(DeskOnShow::analysis);
    int[] count = {0};
    desk.sessions.answer(frame -> {
      Step step = step(frame, ++count[0], refuse);
      if (!(step instanceof Feedback)) {
        count[0] = 0;
      }
      return step;
    });
    desk.signIn(Role.ADMINISTRATOR);
    CaptureServices fake = desk.services();
    WindowProcess.run(
        new WindowServices(
            new CaptureServices(
                DeskOnShow::feed,
                fake.analyzer(),
                fake.settings(),
                fake.signedIn(),
                fake.earnest(),
                fake.practice(),
                Instant::now),
            FakeWindow.services(),
            page -> ReceiptPrinter.Printing.NOT_SENT,
            switch (camera) {
              case "practice" -> new SourceSpec.Practice();
              case "replay" -> new SourceSpec.Replay(Path.of("visit.mp4"));
              default -> new SourceSpec.Device(camera);
            },
            () -> new StationStatus("https://localhost:8443", "H2, this computer", 128, 1),
            FakeWindow.signedIn(Role.ADMINISTRATOR),
            FakeAccounts.over(Instant::now),
            List.of(),
            () -> Duration.ZERO,
            Locale.forLanguageTag(argument(arguments, 3, "en")),
            theme,
            null));
  }

  private static String argument(String[] arguments, int index, String otherwise) {
    return arguments.length > index ? arguments[index] : otherwise;
  }

  private static double shift(long millis) {
    return 14 * Math.sin(millis / 700.0);
  }

  private static FrameAnalysis analysis(Frame frame) {
    boolean dark = frame.timestampMillis() / 4000 % 4 == 3;
    Map<QualityComponent, Integer> scores = new EnumMap<>(QualityComponent.class);
    scores.put(QualityComponent.SINGLE_FACE, 100);
    scores.put(QualityComponent.SHARPNESS, 71);
    scores.put(QualityComponent.ILLUMINATION_UNIFORMITY, dark ? 6 : 66);
    scores.put(QualityComponent.INTER_EYE_DISTANCE, 79);
    scores.put(QualityComponent.YAW, 97);
    return Pictures.seen(frame, shift(frame.timestampMillis()), 93, scores);
  }

  private static Step step(Frame frame, int frames, boolean refuse) {
    if (frames >= COUNTED) {
      return refuse ? FakeDesk.refused(Outcome.Reason.LIVENESS_NOT_PROVEN) : FakeDesk.pending();
    }
    Guidance guidance =
        frames < 20 ? Guidance.BLINK : frames < 60 ? Guidance.TURN_HEAD : Guidance.HOLD_ON;
    return FakeDesk.feedback(
        analysis(frame), guidance, frames < 20 ? 0 : 1, frames < 60 ? 0 : 1, frames, frames / 16);
  }

  private static CameraFeeds.CameraFeed feed(SourceSpec source, CameraFeeds.Sink sink) {
    if (source instanceof SourceSpec.Device(String name) && name.equals("none")) {
      sink.lost(new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "there is none"));
    } else {
      sink.opened(
          source instanceof SourceSpec.Replay(Path path) ? path.toString() : "Front camera");
    }
    return new DrawnCamera(sink);
  }

  /** A camera that draws. */
  private static final class DrawnCamera implements CameraFeeds.CameraFeed {
    private final CameraFeeds.Sink sink;
    private final Thread thread;
    private volatile Consumer<Frame> analysis = frame -> {};
    private volatile boolean open = true;

    DrawnCamera(CameraFeeds.Sink sink) {
      this.sink = sink;
      this.thread = Thread.ofPlatform().name("drawn-camera").daemon().start(this::draw);
    }

    private void draw() {
      long start = System.currentTimeMillis();
      for (int i = 0; open; i++) {
        long millis = System.currentTimeMillis() - start;
        Frame frame = Pictures.face(millis, shift(millis));
        sink.preview(frame);
        if (i % 3 == 0) {
          analysis.accept(frame);
        }
        LockSupport.parkNanos(33_000_000);
      }
    }

    @Override
    public void analyse(CameraFeeds.Pass pass, Consumer<Frame> frames, Runnable ended) {
      analysis = frames;
    }

    @Override
    public void close() {
      open = false;
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
