package org.facedesk.desktop.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.settings.StationSettings;
import org.facedesk.desktop.shell.FacedeskWindow;
import org.facedesk.desktop.shell.WindowServices;
import org.facedesk.desktop.ui.Theme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code docs/screens/take}: plays an operator's day in the window of a real station, once in each
 * language, and takes the pictures that the documents show, each in every theme.
 */
@Command(name = "take", mixinStandardHelpOptions = true, sortOptions = false)
public final class ScreensProgram implements Callable<Integer> {
  private static final int CLOSING_SECONDS = 30;

  @Option(names = "--out", description = "Folder of the pictures.", required = true)
  private Path out = Path.of("");

  @Option(names = "--language", split = ",", description = "Languages (default: en,ar).")
  private List<String> languages = List.of("en", "ar");

  @Option(names = "--theme", split = ",", description = "Themes (default: LIGHT,DARK).")
  private List<Theme> themes = List.of(Theme.LIGHT, Theme.DARK);

  @Option(names = "--width", description = "Of the window (default: 1280).")
  private int width = 1280;

  @Option(names = "--height", description = "Of the window (default: 800).")
  private int height = 800;

  @Option(names = "--port", description = "Of the station's server (default: the usual one).")
  private int port = ServerOptions.USUAL_PORT;

  public static void main(String[] arguments) {
    Logging.prepare();
    System.exit(new CommandLine(new ScreensProgram()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Files.createDirectories(out);
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
    for (String language : languages) {
      day(Locale.of(language));
    }
    return 0;
  }

  private void day(Locale language) throws IOException, InterruptedException {
    Locale.setDefault(language);
    Path folder = Files.createTempDirectory("screens");
    StationOptions data =
        CommandLine.populateCommand(
            new StationOptions(), "--data", folder.resolve("data").toString());
    ServerOptions server =
        CommandLine.populateCommand(new ServerOptions(), "--port", Integer.toString(port));
    AtomicReference<Visitor> camera = new AtomicReference<>();
    AtomicReference<FacedeskWindow> window = new AtomicReference<>();
    try (Station station = Station.start(data, server);
        DeskFeeds feeds =
            new DeskFeeds(
                () -> StationSettings.BUILT_IN,
                spec -> camera.updateAndGet(before -> Visitor.after(before)))) {
      Files.writeString(folder.resolve("people.csv"), OperatorsDay.PEOPLE);
      PreparedFiles files = new PreparedFiles(folder);
      Stage stage =
          onUi(() -> {
            Stage made = new Stage();
            window.set(FacedeskWindow.show(made, services(station, feeds, language, files)));
            made.setWidth(width);
            made.setHeight(height);
            return made;
          });
      Operating hand = new Operating(stage, language, themes, out);
      try {
        new OperatorsDay(hand, station, camera, files).play();
      } finally {
        close(window.get(), stage);
      }
    }
  }

  private WindowServices services(
      Station station, DeskFeeds feeds, Locale language, PreparedFiles files) {
    WindowServices usual =
        Desk.of(station, feeds, new SourceSpec.Practice(), language, themes.getFirst());
    return new WindowServices(
        usual.capture(),
        usual.enroll(),
        usual.printer(),
        usual.camera(),
        usual.status(),
        usual.signedIn(),
        usual.login(),
        usual.rooms(),
        usual.idleAfter(),
        usual.locale(),
        usual.theme(),
        files);
  }

  private static void close(@Nullable FacedeskWindow window, Stage stage)
      throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    onUi(() -> {
      if (window == null) {
        closed.countDown();
      } else {
        window.close(closed::countDown);
      }
      stage.close();
      return stage;
    });
    if (!closed.await(CLOSING_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the window does not close");
    }
  }

  private static <T> T onUi(Callable<T> work) throws InterruptedException {
    return Operating.onUi(work);
  }
}
