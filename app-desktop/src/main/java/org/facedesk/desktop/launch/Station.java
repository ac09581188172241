package org.facedesk.desktop.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
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
import org.facedesk.admin.WebhookDelivery;
import org.facedesk.engine.isolation.SeparateDecoder;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.enroll.CalibratedMatcher;
import org.facedesk.enroll.LiveSessions;
import org.facedesk.enroll.PictureIntake;
import org.facedesk.enroll.PolicyJudge;
import org.facedesk.enroll.SessionDecisions;
import org.facedesk.enroll.SessionService;
import org.facedesk.enroll.StationSessions;
import org.facedesk.enroll.StoredTemplates;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.Gallery;
import org.facedesk.gallery.MatchPolicy;
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
  private static final Duration SESSION_RETENTION = Duration.ofDays(30);
  private static final int WAITING_FRAMES = 64;
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Store store;
  private final Engine engine;
  private final SeparateDecoder remotePictures;
  private final StationMeters meters = new StationMeters();
  private final StationSessions sessions;
  private final IndexedGallery gallery;
  private final FacedeskServer remote;
  private final BoundAddress address;
  private final PictureIntake pictures;
  private final PracticeStation practice;
  private final Path folder;

  private Station(StationOptions options, ServerOptions server) {
    folder = options.dataFolder();
    Logging.into(folder.resolve("logs"));
    try {
      store = own(options.open(folder));
      engine = own(Engine.open());
      remotePictures = own(SeparateDecoder.start(CORES));
      meters.watch(remotePictures);
      gallery = own(IndexedGallery.open(folder, store.seal(), new StoredTemplates(store)));
      meters.watch(gallery);
      ExecutorService analysis = analysis();
      sessions = assembleSessions(server.policy());
      pictures =
          new PictureIntake(
              engine.analyzer(), remotePictures, new PolicyJudge(QualityPolicy.DEFAULT));
      practice = own(new PracticeStation(engine, pictures, server.policy(), store.audit()::append));
      if (options.embedded()) {
        sessions.recover();
      }
      housekeeping(options.embedded());
      webhooks();
      remote = own(server(server, folder, analysis));
      address = remote.start();
      own(
          ControlServer.start(
              folder,
              StoreAdministration.over(store, remote::shutOut, new IntakePhotos(pictures()))));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    LOG.info("The station is up on {}", address.url());
  }

  static Station start(StationOptions options, ServerOptions server) {
    return new Station(options, server);
  }

  BoundAddress address() {
    return address;
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

  /** The data folder. */
  Path folder() {
    return folder;
  }

  /** Reads pictures that people bring along. */
  PictureIntake pictures() {
    return pictures;
  }

  PracticeStation practice() {
    return practice;
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

  private StationSessions assembleSessions(CapturePolicy policy) {
    InstantSource clock = InstantSource.system();
    MatchPolicy matching =
        new MatchPolicy(
            engine.thresholds(),
            policy.verificationFmr(),
            policy.identificationFpir(),
            policy.identificationMargin());
    CalibratedMatcher matcher = new CalibratedMatcher(store, gallery, matching);
    return new StationSessions(
        store,
        TimedAnalyzer.of(engine.analyzer(), meters.registry()),
        TimedAnalyzer.timed(remotePictures, meters.registry()),
        engine::liveness,
        new PolicyJudge(QualityPolicy.DEFAULT),
        policy,
        new SessionDecisions(store, gallery, matcher, policy, clock),
        SESSION_RETENTION,
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

  private FacedeskServer server(ServerOptions options, Path folder, ExecutorService analysis) {
    ServerPorts ports =
        new ServerPorts(
            sessions,
            people(),
            new StoredClients(new ClientAuthentication(store)),
            new Probe(store, remotePictures, gallery),
            analysis,
            store.seal().lookup("token-key", "access tokens"),
            QualityPolicy.DEFAULT.threshold(),
            meters.registry(),
            store.audit()::append,
            InstantSource.system());
    return new FacedeskServer(options.settings(folder), ports);
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
