package org.facedesk.desktop.enroll;

import org.facedesk.desktop.enroll.EnrollStep.Ending;
import org.facedesk.enroll.Outcome;

/** Outcomes as the result step tells them. */
final class Endings {
  private Endings() {}

  static Ending of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Enrolled enrolled ->
          new Ending.Enrolled(
              enrolled.userId(),
              enrolled.quality(),
              enrolled.summary().frames(),
              enrolled.summary().elapsedMillis() / 1000.0,
              enrolled.at());
      case Outcome.EnrollmentRefused refused -> new Ending.Refused(refused.reason().name());
      case Outcome.Ended ended -> new Ending.Refused(ended.reason().name());
      case Outcome.NotAuthenticated refused -> new Ending.Refused(refused.reason().name());
      case Outcome.AuthenticationTimedOut refused -> new Ending.Refused(refused.reason().name());
      case Outcome.Authenticated other ->
          throw new IllegalArgumentException("an enrollment does not authenticate");
    };
  }
}
