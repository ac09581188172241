package org.facedesk.desktop.launch;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.Person;
import org.facedesk.capture.practice.PracticeCamera;
import org.facedesk.capture.practice.PracticeHead;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.jspecify.annotations.Nullable;

/** The practice camera with one visitor after another before it, and a cable that can be pulled. */
final class Visitor implements FrameSource {
  private static final long SEED = 7;
  private static final long BETWEEN_MILLIS = 34;

  private final AtomicReference<Person> wanted;
  private Person present;
  private PracticeCamera camera;
  private long offset;
  private long newest;
  private volatile boolean unplugged;

  private Visitor(Person person) {
    this.wanted = new AtomicReference<>(person);
    this.present = person;
    this.camera = seat(person);
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
      camera = seat(next);
      offset = newest + BETWEEN_MILLIS;
    }
    Optional<Frame> frame = camera.next().map(each -> each.at(each.timestampMillis() + offset));
    frame.ifPresent(each -> newest = each.timestampMillis());
    return frame;
  }

  private static PracticeCamera seat(Person person) {
    return new PracticeCamera(new PracticeHead(person), Choreography.FULL, SEED);
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
    return camera.framesPerSecond();
  }

  @Override
  public boolean live() {
    return true;
  }

  @Override
  public void close() {
    camera.close();
  }
}
