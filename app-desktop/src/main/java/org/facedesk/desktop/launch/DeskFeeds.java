package org.facedesk.desktop.launch;

import java.awt.Dimension;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.facedesk.capture.FramePump;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.SourceSpec;
import org.facedesk.capture.SourceState;
import org.facedesk.capture.camera.CameraInfo;
import org.facedesk.capture.camera.Cameras;
import org.facedesk.capture.sources.Sources;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.core.settings.LiveSettings;
import org.facedesk.core.settings.StationSettings;
import org.facedesk.desktop.capture.CameraFeeds;
import org.facedesk.desktop.capture.PumpFeeds;
import org.facedesk.desktop.settings.DeskCameras;
import org.jspecify.annotations.Nullable;

/**
 * The desk's sources, each on a pump of its own. Whoever follows them is told when the settings
 * name another source, and opens that; with another size they are opened again. A camera that is
 * lost is tried again as soon as anything is plugged in. Thread-safe.
 */
final class DeskFeeds implements CameraFeeds, DeskCameras, AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Cameras cameras;
  private final Sources sources;
  private final PumpFeeds feeds;
  private final Set<Tap> open = ConcurrentHashMap.newKeySet();
  private final List<Consumer<List<String>>> watchers = new CopyOnWriteArrayList<>();
  private final List<Consumer<SourceSpec>> followers = new CopyOnWriteArrayList<>();

  /** With what is built in. */
  DeskFeeds() {
    this(() -> StationSettings.BUILT_IN);
  }

  /** Follows the settings. */
  DeskFeeds(LiveSettings live) {
    this((Supplier<StationSettings>) live);
    live.listen((before, after) -> {
      if (!before.camera().source().equals(after.camera().source())) {
        SourceSpec named = SourceSpec.parse(after.camera().source());
        followers.forEach(follower -> follower.accept(named));
      } else if (before.camera().width() != after.camera().width()
          || before.camera().height() != after.camera().height()) {
        feeds.refresh();
      }
    });
  }

  private DeskFeeds(Supplier<StationSettings> settings) {
    this(settings, null);
  }

  /**
   * @param opening what opens sources in place of the usual; null for that
   */
  DeskFeeds(
      Supplier<StationSettings> settings, @Nullable Function<SourceSpec, FrameSource> opening) {
    this.cameras =
        Cameras.wishing(() -> {
          StationSettings.Camera camera = settings.get().camera();
          return new Dimension(camera.width(), camera.height());
        });
    this.sources = new Sources(cameras);
    this.feeds = new PumpFeeds(opening == null ? sources::open : opening);
    cameras.watch(BETWEEN_LOOKS, this::plugged);
  }

  private void plugged(List<CameraInfo> now) {
    feeds.retry();
    List<String> names = now.stream().map(CameraInfo::name).toList();
    watchers.forEach(watcher -> watcher.accept(names));
  }

  @Override
  public Runnable follow(Consumer<SourceSpec> named) {
    followers.add(named);
    return () -> followers.remove(named);
  }

  @Override
  public CameraFeed open(SourceSpec source, Sink sink) {
    Tap tap = new Tap(source, sink);
    CameraFeed feed = feeds.open(source, tap);
    open.add(tap);
    return new CameraFeed() {
      @Override
      public void analyse(Pass pass, Consumer<Frame> frames, Runnable ended) {
        feed.analyse(pass, frames, ended);
      }

      @Override
      public void close() {
        open.remove(tap);
        feed.close();
      }
    };
  }

  @Override
  public List<String> names() {
    return cameras.list().stream().map(CameraInfo::name).toList();
  }

  @Override
  public Runnable watch(Consumer<List<String>> changed) {
    watchers.add(changed);
    return () -> watchers.remove(changed);
  }

  @Override
  public Runnable test(String source, TestSink sink) {
    for (Tap tap : open) {
      if (tap.source instanceof SourceSpec.Device(String name)
          && named(source).equals(named(name))) {
        // a device can be opened once only
        tap.testers.add(sink);
        return () -> tap.testers.remove(sink);
      }
    }
    FramePump pump =
        new FramePump(
            "camera test", () -> sources.open(SourceSpec.parse(source)), new Tester(sink));
    return pump::close;
  }

  /** What "the first camera" is called. */
  private String named(String source) {
    if (!source.isBlank()) {
      return source.strip();
    }
    List<String> names = names();
    return names.isEmpty() ? "" : names.getFirst();
  }

  @Override
  public void close() {
    cameras.close();
  }

  /** A feed that may be looked at by a test as well. */
  private static final class Tap implements Sink {
    private final SourceSpec source;
    private final Sink sink;
    private final List<TestSink> testers = new CopyOnWriteArrayList<>();

    Tap(SourceSpec source, Sink sink) {
      this.source = source;
      this.sink = sink;
    }

    @Override
    public void preview(Frame frame) {
      sink.preview(frame);
      for (TestSink tester : testers) {
        tester.frame(frame);
      }
    }

    @Override
    public void opened(String name) {
      sink.opened(name);
    }

    @Override
    public void lost(FacedeskException failure) {
      sink.lost(failure);
      testers.forEach(tester -> tester.lost(failure));
    }
  }

  /** A test with a pump of its own. */
  private record Tester(TestSink sink) implements FramePump.Listener {
    @Override
    public void frame(Frame frame) {
      sink.frame(frame);
    }

    @Override
    public void state(SourceState state) {
      switch (state) {
        case SourceState.Lost(FacedeskException why) -> sink.lost(why);
        case SourceState.Failed(FacedeskException why) -> sink.lost(why);
        default -> {
          // frames say the rest
        }
      }
    }
  }
}
