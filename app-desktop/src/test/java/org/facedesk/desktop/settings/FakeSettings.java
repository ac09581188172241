package org.facedesk.desktop.settings;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.facedesk.admin.SettingsAdministration;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Seal;
import org.facedesk.core.settings.LiveSettings;
import org.facedesk.core.settings.Setting;
import org.facedesk.core.settings.SettingsFile;
import org.facedesk.desktop.ui.Appearance;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.store.Audit;
import org.facedesk.store.AuditEvent;
import org.jspecify.annotations.Nullable;

/**
 * Everything the settings screen stands on, in the test's hands; the settings file is a real one.
 */
public final class FakeSettings {
  static final List<String> CAMERAS =
      List.of("Front desk camera", "HD Pro Webcam with a very long name C920 (2)");

  static final ServerStanding LISTENING =
      new ServerStanding("https://0.0.0.0:8443", "AB:".repeat(31) + "AB");

  final LiveSettings live;
  ServerStanding server = LISTENING;
  final FakeCameras cameras = new FakeCameras();
  final Look look = new Look();
  final List<AuditEvent> audited = new ArrayList<>();
  final List<Path> written = new ArrayList<>();
  final List<String> tried = new ArrayList<>();
  @Nullable FacedeskException storeFault;
  @Nullable FacedeskException serverFault;
  @Nullable FacedeskException diagnosticsFault;

  public FakeSettings(Path folder, Map<Setting, String> fixed) {
    live =
        new LiveSettings(new SettingsFile(folder.resolve("station.properties")), fixed, Plain::new);
  }

  public SettingsServices services() {
    return new SettingsServices(
        live,
        new SettingsAdministration(live, new Trail()),
        cameras,
        (address, user, password) -> {
          tried.add(address + "|" + user + "|" + password);
          if (storeFault != null) {
            throw storeFault;
          }
          return "PostgreSQL db.example/faces, 18.6";
        },
        () -> server,
        actor -> {
          if (serverFault != null) {
            throw serverFault;
          }
          server = LISTENING;
          return server;
        },
        () ->
            new About(
                List.of(new About.Line("version", "1.0"), new About.Line("java", "25")),
                List.of(
                    new About.Part(
                        "OpenJFX", "GPL-2.0-only WITH Classpath-exception-2.0", "Oracle"),
                    new About.Part("OpenCV", "Apache-2.0", "the OpenCV team"))),
        target -> {
          if (diagnosticsFault != null) {
            throw diagnosticsFault;
          }
          written.add(target);
        });
  }

  static FacedeskException fault(ErrorCode code) {
    return new FacedeskException(code, "made up for this test");
  }

  /** Cameras that are plugged and tested by hand. */
  static final class FakeCameras implements DeskCameras {
    private final List<Consumer<List<String>>> watchers = new ArrayList<>();
    private List<String> plugged = CAMERAS;
    final List<String> tested = new ArrayList<>();
    final List<String> ended = new ArrayList<>();
    @Nullable TestSink sink;

    void plug(List<String> names) {
      plugged = names;
      watchers.forEach(watcher -> watcher.accept(names));
    }

    TestSink sink() {
      return java.util.Objects.requireNonNull(sink);
    }

    @Override
    public List<String> names() {
      return plugged;
    }

    @Override
    public Runnable watch(Consumer<List<String>> changed) {
      watchers.add(changed);
      return () -> watchers.remove(changed);
    }

    int watched() {
      return watchers.size();
    }

    @Override
    public Runnable test(String source, TestSink shown) {
      tested.add(source);
      sink = shown;
      return () -> ended.add(source);
    }
  }

  /** Remembers what it was told. */
  static final class Look implements Appearance {
    static final Theme DESKTOPS = Theme.LIGHT;

    private Theme theme = DESKTOPS;
    private Locale language = Locale.ENGLISH;

    @Override
    public Theme theme() {
      return theme;
    }

    @Override
    public void use(Theme next) {
      theme = next;
    }

    @Override
    public void useDesktops() {
      theme = DESKTOPS;
    }

    @Override
    public Locale language() {
      return language;
    }

    @Override
    public void speak(Locale next) {
      language = next;
    }
  }

  private final class Trail implements Audit {
    @Override
    public void append(AuditEvent event) {
      audited.add(event);
    }

    @Override
    public List<Entry> page(long offset, int limit) {
      return List.of();
    }

    @Override
    public List<Entry> page(Filter filter, long before, int limit) {
      return List.of();
    }

    @Override
    public List<Entry> about(Collection<String> subjects, int limit) {
      return List.of();
    }

    @Override
    public List<Entry> from(Filter filter, long number, int limit) {
      return List.of();
    }

    @Override
    public Head head() {
      return start();
    }

    @Override
    public Head start() {
      return new Head(0, new byte[32], true);
    }

    @Override
    public OptionalLong firstBroken() {
      return OptionalLong.empty();
    }

    @Override
    public int forgetBefore(Instant when) {
      return 0;
    }
  }

  /** Seals by marking: enough to see that something was sealed. */
  private static final class Plain implements Seal {
    @Override
    public byte[] seal(String context, byte[] plain) {
      return new java.math.BigInteger(1, plain).not().toByteArray();
    }

    @Override
    public byte[] open(String context, byte[] sealed) {
      return new java.math.BigInteger(sealed).not().toByteArray();
    }

    @Override
    public byte[] lookup(String purpose, String value) {
      return new byte[32];
    }
  }
}
