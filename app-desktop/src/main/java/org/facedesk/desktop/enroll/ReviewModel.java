package org.facedesk.desktop.enroll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.facedesk.admin.Actor;
import org.facedesk.admin.DeskSession;
import org.facedesk.admin.DuplicateDecision;
import org.facedesk.admin.Role;
import org.facedesk.core.ErrorCode;
import org.facedesk.desktop.capture.CaptureModel;
import org.facedesk.desktop.capture.Portrait;
import org.facedesk.desktop.capture.Workplace;
import org.facedesk.desktop.enroll.ReviewSheet.Named;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Pending;
import org.facedesk.enroll.Review;
import org.facedesk.store.Picture;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;

/**
 * The third step without JavaFX: a capture that waits, what is known of it, and the word on it. It
 * holds the waiting session until that is confirmed, refused, taken again or cancelled.
 */
final class ReviewModel {
  /** Whoever signs for one decision has not signed for what is done when they are gone. */
  static final Duration CALLED = Duration.ofMinutes(2);

  private final CaptureModel capture;
  private final InstantSource clock;
  private final Background background;
  private final Runnable changed;
  private final Consumer<Outcome> over;

  private @Nullable Waiting waiting;
  private @Nullable Review review;
  private List<Named> lookalikes = List.of();
  private @Nullable Actor guest;
  private Instant guestUntil = Instant.MIN;
  private boolean looked;
  private boolean busy;

  /**
   * What waits.
   *
   * @param work where it was begun, and where it ends
   * @param name what the person is called from now on; empty if that stays as it is
   */
  private record Waiting(
      Workplace work,
      DeskSession session,
      Pending pending,
      String name,
      @Nullable Picture oldPhoto) {}

  /**
   * @param over told when it is on disk how it ended
   */
  ReviewModel(
      CaptureModel capture,
      InstantSource clock,
      Background background,
      Runnable changed,
      Consumer<Outcome> over) {
    this.capture = capture;
    this.clock = clock;
    this.background = background;
    this.changed = changed;
    this.over = over;
  }

  /** A supervisor who was called, and looks at it for {@link #CALLED}. */
  void supervise(Actor actor) {
    actor.require(Role.SUPERVISOR);
    guest = actor;
    guestUntil = clock.instant().plus(CALLED);
    lookCloser();
  }

  /** Whoever is signed in, if they are one, or who was called a moment ago. */
  private @Nullable Actor supervisor() {
    Actor called = clock.instant().isBefore(guestUntil) ? guest : null;
    return capture.signedIn().covering(Role.SUPERVISOR).orElse(called);
  }

  void begin(DeskSession session, Pending pending, String name, @Nullable Picture oldPhoto) {
    waiting = new Waiting(capture.workplace(), session, pending, name, oldPhoto);
    capture.hold(true);
    guest = null;
    lookUp();
  }

  boolean waits() {
    return waiting != null;
  }

  ReviewSheet sheet() {
    Waiting now = waiting;
    boolean supervised = supervisor() != null;
    return new ReviewSheet(
        portraits(),
        now == null ? 0 : now.pending().quality(),
        now == null ? 0 : now.pending().summary().livenessScore(),
        review,
        supervised ? lookalikes : List.of(),
        busy,
        supervised);
  }

  private List<Portrait> portraits() {
    Waiting now = waiting;
    return now == null
        ? List.of()
        : now.pending().samples().stream()
            .map(sample -> new Portrait(sample.frame(), sample.landmarks().bounds()))
            .toList();
  }

  private void lookUp() {
    Waiting now = waiting;
    if (now == null) {
      return;
    }
    review = null;
    lookalikes = List.of();
    looked = false;
    busy = true;
    changed.run();
    background.run(
        () -> now.session().session().review(now.oldPhoto()),
        found -> {
          if (now.equals(waiting)) {
            review = found;
            busy = false;
            lookCloser();
          }
        },
        why -> failed(now, why));
  }

  /** For a supervisor the people of a like face get their names. */
  private void lookCloser() {
    Waiting now = waiting;
    Review known = review;
    Actor supervisor = supervisor();
    changed.run();
    if (now == null || known == null || supervisor == null || looked) {
      return;
    }
    if (known.lookalikes().isEmpty()) {
      return;
    }
    looked = true;
    List<UUID> people = known.lookalikes().stream().map(Review.Lookalike::person).toList();
    background.run(
        () -> names(now.work(), supervisor, people),
        names -> {
          if (now.equals(waiting)) {
            lookalikes = known.lookalikes().stream().map(each -> named(each, names)).toList();
            changed.run();
          }
        },
        capture::failed);
  }

  private static Map<UUID, Named> names(Workplace work, Actor supervisor, List<UUID> people) {
    Map<UUID, UserRecord> found = work.enrollment().lookalikes(supervisor, people);
    return found.values().stream()
        .map(user -> new Named(user.id(), user.externalId(), work.people().nameOf(user), 0, 0))
        .collect(Collectors.toMap(Named::person, named -> named));
  }

  private static Named named(Review.Lookalike found, Map<UUID, Named> names) {
    Named known = names.get(found.person());
    return new Named(
        found.person(),
        known == null ? "" : known.userId(),
        known == null ? "" : known.name(),
        found.distance(),
        found.confidence());
  }

  // the word

  /** Enrolls it; nothing happens if it takes a supervisor. */
  void confirm() {
    Waiting now = waiting;
    Review known = review;
    if (now != null && known != null && !known.needsSupervisor()) {
      word(now, null);
    }
  }

  /** The supervisor says: enroll nevertheless. */
  void accept(String reason) {
    Waiting now = waiting;
    Review known = review;
    Actor supervisor = supervisor();
    if (now != null && known != null && supervisor != null && !reason.isBlank()) {
      word(
          now,
          new DuplicateDecision(
              supervisor,
              reason.strip(),
              known.lookalikes().stream().map(Review.Lookalike::person).collect(Collectors.toSet()),
              known.changedFace()));
    }
  }

  private void word(Waiting now, @Nullable DuplicateDecision decision) {
    if (busy) {
      return;
    }
    await(
        now,
        () ->
            now.work()
                .enrollment()
                .confirm(
                    capture.actor(),
                    now.session().session(),
                    now.name(),
                    now.oldPhoto(),
                    decision));
  }

  /** The supervisor says: it is this person again. */
  void refuse(UUID other, String reason) {
    Waiting now = waiting;
    Actor supervisor = supervisor();
    if (now != null && supervisor != null && !reason.isBlank() && !busy) {
      await(
          now,
          () ->
              now.work()
                  .enrollment()
                  .refuse(
                      capture.actor(), now.session().session(), supervisor, reason.strip(), other));
    }
  }

  private void await(Waiting now, Supplier<Outcome> word) {
    busy = true;
    changed.run();
    background.run(
        word::get,
        outcome -> {
          if (now.equals(waiting)) {
            leave();
          }
          over.accept(outcome);
        },
        why -> failed(now, why));
  }

  private void failed(Waiting now, FaultReport why) {
    busy = false;
    capture.failed(why);
    if (now.equals(waiting) && why.code() == ErrorCode.FORBIDDEN) {
      lookUp(); // somebody of this face was enrolled meanwhile
    }
  }

  // another way

  /** The portraits that stay if one sample is taken again. */
  List<Portrait> without(int sample) {
    List<Portrait> others = new ArrayList<>(portraits());
    others.remove(sample);
    return others;
  }

  /** Takes the waiting session out; null if nothing waits. */
  @Nullable DeskSession take() {
    Waiting now = waiting;
    if (now == null || busy) {
      return null;
    }
    leave();
    return now.session();
  }

  /** Ends what waits without an enrollment; nothing happens if nothing does. */
  void cancel() {
    Waiting now = waiting;
    if (now == null) {
      return;
    }
    leave();
    background.run(
        () -> {
          now.work().enrollment().cancel(now.session());
          return true;
        },
        done -> {},
        capture::failed);
  }

  private void leave() {
    waiting = null;
    capture.hold(false);
    review = null;
    lookalikes = List.of();
    busy = false;
    guest = null;
  }
}
