package org.facedesk.desktop.launch;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.facedesk.admin.Actor;
import org.facedesk.admin.DeskCheck;
import org.facedesk.admin.DeskEnrollment;
import org.facedesk.admin.DeskSources;
import org.facedesk.admin.Unlocking;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.desktop.capture.PracticeRoom;
import org.facedesk.desktop.capture.Workplace;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.enroll.CalibratedMatcher;
import org.facedesk.enroll.PictureIntake;
import org.facedesk.enroll.SessionDecisions;
import org.facedesk.enroll.StationSessions;
import org.facedesk.enroll.StoredTemplates;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.faiss.IndexedGallery;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.Store;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import org.facedesk.store.seal.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * The same station once more over a store in memory: what is practised is the real thing, and gone
 * when practice ends. Its key is drawn anew each time. Only that somebody practised stands in the
 * station's own audit trail.
 */
final class PracticeStation implements PracticeRoom, AutoCloseable {
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final Engine engine;
  private final PictureIntake pictures;
  private final Supplier<CapturePolicy> policy;
  private final Supplier<QualityPolicy> quality;
  private final Consumer<AuditEvent> trail;
  private final UnaryOperator<Actor> asOfNow;
  private @Nullable Store store;
  private @Nullable IndexedGallery gallery;

  /**
   * @param policy as it is now; a change counts for the next session, as in earnest
   * @param quality as it is now
   * @param trail the station's own
   * @param asOfNow an actor in their present role: operators are the station's own
   */
  PracticeStation(
      Engine engine,
      PictureIntake pictures,
      Supplier<CapturePolicy> policy,
      Supplier<QualityPolicy> quality,
      Consumer<AuditEvent> trail,
      UnaryOperator<Actor> asOfNow) {
    this.engine = engine;
    this.pictures = pictures;
    // nobody is known to a register that is empty at first
    this.policy = () -> policy.get().withKnownUsersOnly(false);
    this.quality = quality;
    this.trail = trail;
    this.asOfNow = asOfNow;
  }

  @Override
  public synchronized Workplace enter(Actor actor) {
    close();
    byte[] secret = new byte[StationKey.LENGTH];
    new SecureRandom().nextBytes(secret);
    Store memory = JdbcStore.open(new StoreLocation.Memory(), new StationKey(secret));
    store = memory;
    IndexedGallery index = IndexedGallery.inMemory(new StoredTemplates(memory));
    gallery = index;
    trail.accept(event(AuditAction.PRACTICE_BEGAN, actor));
    return workplace(memory, index);
  }

  private Workplace workplace(Store memory, IndexedGallery index) {
    InstantSource clock = InstantSource.system();
    CalibratedMatcher matcher =
        new CalibratedMatcher(memory, index, () -> engine.matching(policy.get()));
    StationSessions sessions =
        new StationSessions(
            memory,
            engine.analyzer(),
            engine.decoder(),
            engine::liveness,
            new LiveJudge(quality),
            policy,
            new SessionDecisions(memory, index, matcher, policy, clock),
            () -> FOR_EVER,
            clock);
    ClientRecord desk =
        memory
            .clients()
            .byId(Clients.DESK)
            .orElseThrow(
                () -> new FacedeskException(ErrorCode.INTERNAL, "the desk's client is missing"));
    Unlocking unlocking = new Unlocking(memory, clock);
    return new Workplace(
        desk,
        new DeskEnrollment(sessions, memory.users()::byIds, desk, DeskSources.PRACTICE, asOfNow),
        new DeskCheck(sessions, desk, DeskSources.PRACTICE, asOfNow),
        (id, by) -> unlocking.unlock(desk, id, by),
        new DeskPeople(memory, desk),
        pictures);
  }

  @Override
  public synchronized void leave(Actor actor) {
    close();
    trail.accept(event(AuditAction.PRACTICE_ENDED, actor));
  }

  @Override
  public synchronized void close() {
    IndexedGallery index = gallery;
    gallery = null;
    Store memory = store;
    store = null;
    if (index != null) {
      index.close();
    }
    if (memory != null) {
      memory.close();
    }
  }

  private static AuditEvent event(AuditAction action, Actor actor) {
    return new AuditEvent(
        action, actor.name(), Clients.DESK, null, actor.correlationId(), Map.of());
  }
}
