package org.facedesk.desktop.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.settings.LiveSettings;
import org.facedesk.core.settings.Setting;
import org.facedesk.desktop.settings.SettingsServices.Diagnostics;

/**
 * What helps to find a fault, as a ZIP archive: versions, settings without secrets, what works, the
 * newest log lines, threads, counters. Nothing that is about a person: no part of it reads people,
 * pictures or templates; names that somebody chose (of the station, of devices, of the account) are
 * left out; and whatever could be a key, a token or a sealed value is taken out of every text.
 *
 * @param folder the data folder
 * @param findings what works on this machine, by name
 * @param counters in the format of Prometheus
 */
record DiagnosticsBundle(
    Path folder,
    LiveSettings settings,
    Map<String, Supplier<String>> findings,
    Supplier<String> counters)
    implements Diagnostics {
  private static final int LOG_LINES = 3000;

  /**
   * Long runs of letters and digits: keys, tokens, hashes, base64, hex. Names in a program are
   * shorter, or have no digit.
   */
  private static final Pattern SECRET =
      Pattern.compile("[A-Za-z0-9+/_=-]{40,}|(?=[A-Za-z+/_=-]*\\d)[A-Za-z0-9+/_=-]{24,}");

  @Override
  public void write(Path target) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("versions.txt", versions());
    texts.put("configuration.txt", settingsText());
    texts.put("findings.txt", findingsText());
    texts.put("station.log", log());
    texts.put("threads.txt", threads());
    texts.put("counters.txt", counters.get());
    Path draft = target.resolveSibling(target.getFileName() + ".part");
    try {
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(draft))) {
        for (Map.Entry<String, String> text : texts.entrySet()) {
          zip.putNextEntry(new ZipEntry(text.getKey()));
          zip.write(harmless(text.getValue()).getBytes(StandardCharsets.UTF_8));
          zip.closeEntry();
        }
      }
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.FILE_UNWRITABLE, "the diagnostics bundle cannot be written there", e);
    }
  }

  /** Without what could be a secret, and without the account's name in paths. */
  static String harmless(String text) {
    String home = System.getProperty("user.home", "");
    String without = home.length() > 1 ? text.replace(home, "~") : text;
    return SECRET.matcher(without).replaceAll("[…]");
  }

  private static String versions() {
    Runtime runtime = Runtime.getRuntime();
    return """
    facedesk %s
    java %s, %s
    system %s %s, %s
    processors %d
    memory used %d MiB of at most %d MiB
    up for %d s
    """
        .formatted(
            Version.text(),
            Runtime.version(),
            System.getProperty("java.vendor"),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            runtime.availableProcessors(),
            (runtime.totalMemory() - runtime.freeMemory()) >> 20,
            runtime.maxMemory() >> 20,
            ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
  }

  private String settingsText() {
    Map<Setting, String> values = settings.texts();
    return Stream.of(Setting.values())
        .map(setting ->
            "%s = %s%s%n"
                .formatted(
                    setting.key(),
                    told(setting, values.getOrDefault(setting, setting.fallback())),
                    settings.fixed().contains(setting) ? " (fixed)" : ""))
        .collect(Collectors.joining());
  }

  /** What somebody named is only said to be set. */
  private static String told(Setting setting, String value) {
    return switch (setting) {
      case CAMERA, STORE, STORE_USER, STORE_PASSWORD, STATION_NAME ->
          value.isEmpty() ? "" : "(set)";
      default -> value;
    };
  }

  private String findingsText() {
    StringBuilder text = new StringBuilder();
    findings.forEach(
        (name, look) -> text.append(name).append(": ").append(found(look)).append('\n'));
    return text.toString();
  }

  private static String found(Supplier<String> look) {
    try {
      return look.get();
    } catch (FacedeskException e) {
      return "MISSING " + e.code() + ", " + e.code().remedy();
    }
  }

  private String log() {
    Path log = folder.resolve("logs").resolve("station.log");
    if (!Files.isReadable(log)) {
      return "";
    }
    Deque<String> last = new ArrayDeque<>();
    try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
      lines.forEach(line -> {
        if (last.size() == LOG_LINES) {
          last.removeFirst();
        }
        last.addLast(line);
      });
    } catch (IOException | java.io.UncheckedIOException e) {
      return "the log cannot be read: " + e.getClass().getSimpleName();
    }
    return String.join("\n", last);
  }

  private static String threads() {
    StringBuilder text = new StringBuilder();
    for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(false, false)) {
      // a camera's thread is called after its device, which people name after themselves
      String name =
          thread.getThreadName().startsWith("camera ") ? "camera" : thread.getThreadName();
      text.append(name).append(" (").append(thread.getThreadState()).append(")\n");
      for (StackTraceElement frame : thread.getStackTrace()) {
        text.append("    at ").append(frame).append('\n');
      }
    }
    return text.toString();
  }
}
