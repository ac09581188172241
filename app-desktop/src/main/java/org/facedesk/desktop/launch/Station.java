package org.facedesk.desktop.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.facedesk.admin.ClientAuthentication;
import org.facedesk.admin.EnrollmentAdministration;
import org.facedesk.admin.PeopleAdministration;
import org.facedesk.admin.Retention;
import org.facedesk.admin.Standing;
import org.facedesk.admin.WebhookDelivery;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.settings.Effect;
import org.facedesk.core.settings.LiveSettings;
import org.facedesk.core.settings.Setting;
import org.facedesk.core.settings.StationSettings;
import org.facedesk.engine.isolation.SeparateDecoder;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.enroll.CalibratedMatcher;
import org.facedesk.enroll.LiveSessions;
import org.facedesk.enroll.PictureIntake;
import org.facedesk.enroll.SessionDecisions;
import org.facedesk.enroll.SessionService;
import org.facedesk.enroll.StationSessions;
import org.facedesk.enroll.StoredTemplates;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.Gallery;
import org.facedesk.gallery.faiss.IndexedGallery;
import org.facedesk.server.BoundAddress;
import org.facedesk.server.FacedeskServer;
import org.facedesk.server.ServerPorts;
import org.facedesk.server.http.StationProbe;
import org.facedesk.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running station: store, engine, index, sessions and server, put together here and taken apart
 * in the opposite order.
 */
final class Station implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Station.class);
  private static final int WAITING_FRAMES = 64;
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Store store;
  private final Engine engine;
  private final SeparateDecoder remotePictures;
  private final StationMeters meters = new StationMeters();
  private final StationSessions sessions;
  private final IndexedGallery gallery;
  private final PictureIntake pictures;
  private final PracticeStation practice;
  private final Path folder;
  private final LiveSettings settings;
  private final RemoteSide remote;

  private Station(
      StationOptions options, ServerOptions server, Map<Setting, String> given, boolean windowed) {
    folder = options.dataFolder();
    Logging.into(folder.resolve("logs"));
    try {
      settings = Configuration.read(folder, System.getenv(), given);
      store = own(options.open(folder));
      engine = own(Engine.open());
      remotePictures = own(SeparateDecoder.start(CORES));
      meters.watch(remotePictures);
      gallery = own(IndexedGallery.open(folder, store.seal(), new StoredTemplates(store)));
      meters.watch(gallery);
      ExecutorService analysis = analysis();
      sessions = assembleSessions();
      pictures = new PictureIntake(engine.analyzer(), remotePictures, new LiveJudge(this::quality));
      practice =
          own(
              new PracticeStation(
                  engine,
                  pictures,
                  this::policy,
                  this::quality,
                  store.audit()::append,
                  new Standing(store.operators())::now));
      if (options.embedded()) {
        sessions.recover();
      }
      housekeeping(options.embedded());
      webhooks();
      remote =
          own(
              new RemoteSide(
                  live -> new FacedeskServer(server.settings(folder, live), ports(analysis)),
                  meters.registry()));
      if (windowed) {
        remote.attempt(settings.get().server());
      } else {
        remote.follow(settings.get().server());
      }
      settings.follow(Effect.SERVER_REOPENS, (before, after) -> remote.follow(after.server()));
      own(
          ControlServer.start(
              folder,
              StoreAdministration.over(store, remote::shutOut, new IntakePhotos(pictures()))));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    LOG.info("The station is up");
  }

  /** What the options say is fixed. */
  static Station start(StationOptions options, ServerOptions server) {
    return new Station(options, server, server.given(), false);
  }

  /**
   * @param given settings that the command line fixes; the others can be changed while it runs
   */
  static Station start(StationOptions options, ServerOptions server, Map<Setting, String> given) {
    return new Station(options, server, given, false);
  }

  /** The same below a window, which opens even if the server cannot listen, and says so. */
  static Station startWindowed(
      StationOptions options, ServerOptions server, Map<Setting, String> given) {
    return new Station(options, server, given, true);
  }

  /** Why the server does not listen although it should. */
  Optional<FacedeskException> refusal() {
    return remote.refusal();
  }

  /**
   * Has a server that could not listen try once more; nothing happens to one that listens, or is
   * off.
   *
   * @throws FacedeskException PORT_IN_USE, SETTINGS_INVALID
   */
  void openServerAgain() {
    remote.follow(settings.get().server());
  }

  /** Where the server listens; empty while it is off. */
  Optional<BoundAddress> address() {
    return remote.address();
  }

  /** The data folder. */
  Path folder() {
    return folder;
  }

  /** Counters and gauges, in the format of Prometheus. */
  String counters() {
    return meters.registry().scrape();
  }

  LiveSettings settings() {
    return settings;
  }

  Store store() {
    return store;
  }

  Engine engine() {
    return engine;
  }

  SessionService sessions() {
    return sessions;
  }

  /** Reads pictures that people bring along. */
  PictureIntake pictures() {
    return pictures;
  }

  PracticeStation practice() {
    return practice;
  }

  /** What captures are asked for now. */
  CapturePolicy policy() {
    return policy(settings.get());
  }

  /** What they are asked for under these settings. */
  static CapturePolicy policy(StationSettings set) {
    return CapturePolicy.DEFAULT.with(set.capture());
  }

  /** How pictures are judged now. */
  QualityPolicy quality() {
    return quality(settings.get());
  }

  /** How they are judged under these settings. */
  static QualityPolicy quality(StationSettings set) {
    return QualityPolicy.DEFAULT.withThreshold(set.capture().quality().threshold());
  }

  /** The same sessions, for whoever watches over them. */
  LiveSessions liveSessions() {
    return sessions;
  }

  Gallery gallery() {
    return gallery;
  }

  /** Lets go of what a client holds whose credentials have stopped working. */
  void shutOut(UUID client) {
    remote.shutOut(client);
  }

  private StationSessions assembleSessions() {
    InstantSource clock = InstantSource.system();
    CalibratedMatcher matcher =
        new CalibratedMatcher(store, gallery, () -> engine.matching(policy()));
    return new StationSessions(
        store,
        TimedAnalyzer.of(engine.analyzer(), meters.registry()),
        TimedAnalyzer.timed(remotePictures, meters.registry()),
        engine::liveness,
        new LiveJudge(this::quality),
        this::policy,
        new SessionDecisions(store, gallery, matcher, this::policy, clock),
        () -> settings.get().retention().sessions(),
        clock);
  }

  /**
   * As many frames at a time as there are cores; what does not find room waits with its sender, not
   * here.
   */
  private ExecutorService analysis() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            CORES,
            CORES,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING_FRAMES),
            Thread.ofPlatform().name("analysis-", 0).factory());
    own(() -> stop(pool));
    meters.watch(pool);
    return pool;
  }

  private void housekeeping(boolean alone) {
    ScheduledExecutorService keeper =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());
    own(() -> stop(keeper));
    every(keeper, Duration.ofSeconds(10), sessions::sweep);
    every(keeper, Duration.ofMinutes(1), gallery::snapshot);
    Retention retention =
        new Retention(store, () -> settings.get().retention(), InstantSource.system());
    every(keeper, Duration.ofMinutes(10), retention::sweep);
    every(keeper, Duration.ofSeconds(10), () -> meters.count(store));
    if (!alone) {
      every(keeper, Duration.ofSeconds(5), gallery::catchUp);
    }
  }

  /** On a thread of their own: receivers may be slow. */
  private void webhooks() {
    WebhookDelivery delivery =
        own(new WebhookDelivery(store, InstantSource.system(), meters::webhook));
    ScheduledExecutorService sender =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhooks").daemon().factory());
    own(() -> stop(sender));
    every(sender, Duration.ofSeconds(2), delivery::deliver);
  }

  /** A task that fails is logged and comes round again, so that its future has nothing to tell. */
  private static void every(ScheduledExecutorService keeper, Duration period, Runnable task) {
    Runnable guarded =
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            LOG.error("Housekeeping failed; it is tried again", e);
          }
        };
    Future<?> _ =
        keeper.scheduleWithFixedDelay(
            guarded, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  private ServerPorts ports(ExecutorService analysis) {
    return new ServerPorts(
        sessions,
        people(),
        new StoredClients(new ClientAuthentication(store)),
        new Probe(store, remotePictures, gallery),
        analysis,
        store.seal().lookup("token-key", "access tokens"),
        () -> settings.get().capture().quality().threshold(),
        meters.registry(),
        store.audit()::append,
        InstantSource.system());
  }

  private ServerPorts.People people() {
    InstantSource clock = InstantSource.system();
    return new ServerPorts.People(
        new PeopleAdministration(store, gallery, clock),
        new EnrollmentAdministration(store, gallery, clock),
        pictures);
  }

  private record Probe(Store store, SeparateDecoder decoder, Gallery gallery)
      implements StationProbe {
    @Override
    public boolean storeReady() {
      return store.available();
    }

    @Override
    public boolean engineReady() {
      return decoder.ready();
    }

    @Override
    public long gallerySize() {
      return gallery.size();
    }
  }

  private <T extends AutoCloseable> T own(T part) {
    parts.push(part);
    return part;
  }

  private static void stop(ExecutorService executor) {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the parts down, last first; one that fails does not keep the others up. */
  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.error("A part of the station did not stop properly", e);
      }
    }
  }
}
