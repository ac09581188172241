package org.facedesk.desktop.launch;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.Pace;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.Person;
import org.facedesk.capture.practice.PracticeCamera;
import org.facedesk.capture.practice.PracticeClip;
import org.facedesk.capture.practice.PracticeHead;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.jspecify.annotations.Nullable;

/** The practice camera with one visitor after another before it, and a cable that can be pulled. */
final class Visitor implements FrameSource {
  private static final long SEED = 7;

  /** As many as are analysed: what is not looked at need not be rendered. */
  private static final double FRAMES_PER_SECOND = 10;

  private static final double ALL_DAY_SECONDS = 36_000;
  private static final long BETWEEN_MILLIS = 100;

  private final AtomicReference<Person> wanted;
  private Person present;
  private PracticeClip clip;
  private Pace pace = new Pace();
  private long offset;
  private long newest;
  private volatile boolean unplugged;

  private Visitor(Person person) {
    this.wanted = new AtomicReference<>(person);
    this.present = person;
    this.clip = seat(person);
  }

  /** The camera that is opened after another one was lost. */
  static Visitor after(@Nullable Visitor before) {
    if (before != null && before.unplugged) {
      throw gone();
    }
    return new Visitor(before == null ? Person.PORTRAIT : before.wanted.get());
  }

  void show(Person person) {
    wanted.set(person);
  }

  void unplug(boolean now) {
    unplugged = now;
  }

  @Override
  public Optional<Frame> next() {
    if (unplugged) {
      throw gone();
    }
    Person next = wanted.get();
    if (next != present) {
      present = next;
      clip = seat(next);
      pace = new Pace();
      offset = newest + BETWEEN_MILLIS;
    }
    Optional<Frame> frame = clip.next();
    frame.ifPresent(each -> pace.await(each.timestampMillis()));
    Optional<Frame> later = frame.map(each -> each.at(each.timestampMillis() + offset));
    later.ifPresent(each -> newest = each.timestampMillis());
    return later;
  }

  private static PracticeClip seat(Person person) {
    return new PracticeClip(
        new PracticeHead(person), Choreography.FULL, FRAMES_PER_SECOND, ALL_DAY_SECONDS, SEED);
  }

  private static FacedeskException gone() {
    return new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "the cable was pulled");
  }

  @Override
  public String name() {
    return PracticeCamera.NAME;
  }

  @Override
  public double framesPerSecond() {
    return FRAMES_PER_SECOND;
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public void close() {
    clip.close();
  }
}
