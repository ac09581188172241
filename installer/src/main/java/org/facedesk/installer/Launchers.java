package org.facedesk.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs of the installation, all over the same jars. */
final class Launchers {
  /** Offers every command; the window is the other launcher, which has the program's name. */
  static final String CONSOLE = "facedesk-station";

  /** What the station starts to decode pictures; WorkerCommand looks for it beside itself. */
  static final String DECODER = "facedesk-decoder";

  static final String MAIN = "org.facedesk.desktop.launch.Main";
  private static final String WORKER = "org.facedesk.engine.isolation.DecoderWorker";

  /** Objects with short headers; the runtime's class archive is made for it. */
  static final String COMPACT = "-XX:+UseCompactObjectHeaders";

  private static final List<String> EVERYWHERE =
      List.of(
          COMPACT,
          "-Djava.library.path=$APPDIR/natives",
          "-Dorg.bytedeco.javacpp.pathsFirst=true",
          "-Dorg.bytedeco.javacpp.cacheLibraries=false",
          "-Dfile.encoding=UTF-8",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final List<String> STATION =
      List.of(
          "-DPYTORCH_LIBRARY_PATH=$APPDIR/libtorch",
          "-Dai.djl.offline=true",
          "-DOPT_OUT_TRACKING=true",
          "-Djna.boot.library.path=$APPDIR/natives",
          "-Djna.nounpack=true",
          "-Dfacedesk.models=$APPDIR/models");

  /** As WorkerCommand starts it from a JDK: as small as it gets, and silent when it crashes. */
  private static final List<String> SMALL =
      List.of(
          "-Xmx160m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+SuppressFatalErrorMessage",
          "-XX:-CreateCoredumpOnCrash");

  private Launchers() {}

  static List<String> stationOptions() {
    return joined(EVERYWHERE, STATION);
  }

  static List<String> decoderOptions() {
    return joined(EVERYWHERE, SMALL);
  }

  /** Writes the descriptions of the two further launchers and says how jpackage is told of them. */
  static List<String> describe(Path folder, String mainJar) throws IOException {
    Files.createDirectories(folder);
    Path console = folder.resolve(CONSOLE + ".properties");
    Path decoder = folder.resolve(DECODER + ".properties");
    // without arguments of its own it would take over those of the main launcher
    Files.writeString(console, properties(mainJar, MAIN, stationOptions(), "--help"));
    Files.writeString(decoder, properties(mainJar, WORKER, decoderOptions(), "worker"));
    return List.of(
        "--add-launcher", CONSOLE + "=" + console, "--add-launcher", DECODER + "=" + decoder);
  }

  private static String properties(
      String mainJar, String mainClass, List<String> options, String arguments) {
    return """
    main-jar=%s
    main-class=%s
    arguments=%s
    java-options=%s
    win-console=true
    win-menu=false
    win-shortcut=false
    linux-shortcut=false
    """
        .formatted(mainJar, mainClass, arguments, String.join(" ", options));
  }

  private static List<String> joined(List<String> one, List<String> other) {
    List<String> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
