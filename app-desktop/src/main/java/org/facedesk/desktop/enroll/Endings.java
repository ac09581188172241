package org.facedesk.desktop.enroll;

import java.util.function.Function;
import org.facedesk.desktop.enroll.EnrollStep.Ending;
import org.facedesk.enroll.Outcome;

/** Outcomes as the last step tells them. */
final class Endings {
  private Endings() {}

  static Ending of(Outcome outcome, Function<Outcome.Enrolled, Receipt> receipts) {
    return switch (outcome) {
      case Outcome.Enrolled enrolled ->
          new Ending.Enrolled(
              receipts.apply(enrolled),
              enrolled.quality(),
              enrolled.summary().frames(),
              enrolled.summary().elapsedMillis() / 1000.0);
      case Outcome.EnrollmentRefused refused -> new Ending.Refused(refused.reason().name());
      case Outcome.Ended ended -> new Ending.Refused(ended.reason().name());
      case Outcome.NotAuthenticated refused -> new Ending.Refused(refused.reason().name());
      case Outcome.AuthenticationTimedOut refused -> new Ending.Refused(refused.reason().name());
      case Outcome.Authenticated other ->
          throw new IllegalArgumentException("an enrollment does not authenticate");
    };
  }
}
