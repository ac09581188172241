package org.facedesk.enroll;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Enrolls someone up to a step of the way, says so, and waits to be killed. */
final class DoomedDesk {
  enum Step {
    BEGUN,
    CAPTURING,
    REVIEWING,
    CONFIRMED
  }

  private DoomedDesk() {}

  public static void main(String[] arguments) throws InterruptedException {
    ScriptedStation station = new ScriptedStation(Path.of(arguments[0]));
    Step step = Step.valueOf(arguments[1]);
    String token = station.atDesk("ada").token();
    if (step.compareTo(Step.CAPTURING) >= 0) {
      LiveSession session = station.sessions.open(token);
      session.process(ScriptedAnalyzer.person(1, 80, 0));
      if (step.compareTo(Step.REVIEWING) >= 0) {
        ScriptedStation.show(session, 1, 100);
      }
      if (step == Step.CONFIRMED) {
        session.confirm(
            Confirmation.plain(ScriptedStation.OPERATOR, null)
                .withProfile(before -> "{\"name\":\"Ada\"}"));
      }
    }
    System.out.println(step);
    new CountDownLatch(1).await();
  }
}
