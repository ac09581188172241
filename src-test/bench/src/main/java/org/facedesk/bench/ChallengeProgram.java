package org.facedesk.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.facedesk.capture.practice.HeadState;
import org.facedesk.capture.practice.Person;
import org.facedesk.capture.practice.PracticeHead;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.MeanFace;
import org.facedesk.engine.liveness.Challenge;
import org.facedesk.engine.liveness.ChallengeAction;
import org.facedesk.engine.liveness.ChallengeState;
import org.facedesk.engine.liveness.LivenessTracker;
import org.facedesk.engine.torch.TorchFaceAnalyzer;
import org.facedesk.models.Models;

/**
 * Challenges answered by the rendered practice head at ten frames a second: by one that does as it
 * is told, after 0.4 to 1.2 seconds, and by one that performs movements of its own, as a recording
 * would. Argument: how many sessions of each, for each of the heads.
 */
public final class ChallengeProgram {
  private static final int FRAME_MILLIS = 100;
  private static final int MOST_FRAMES = 120;

  private final FaceAnalyzer analyzer;
  private final Landmarks mean = MeanFace.read(Models.shipped());

  private enum Subject {
    OBEDIENT,
    RECORDED
  }

  /** A movement there and back, from its first moment on. */
  private record Movement(ChallengeAction action, double degrees, long startMillis) {
    HeadState at(long millis) {
      double t = Math.clamp((millis - startMillis) / 1800.0, 0.0, 1.0);
      double reach = degrees * Math.min(1, 2.2 * Math.sin(Math.PI * t));
      return switch (action) {
        case TURN_LEFT -> HeadState.REST.turned(-reach, 0);
        case TURN_RIGHT -> HeadState.REST.turned(reach, 0);
        case LOOK_UP -> HeadState.REST.turned(0, -reach);
      };
    }

    boolean over(long millis) {
      return millis > startMillis + 1800;
    }
  }

  private ChallengeProgram(FaceAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  public static void main(String[] args) {
    int sessions = Integer.parseInt(args[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (TorchFaceAnalyzer analyzer = TorchFaceAnalyzer.load(Models.shipped())) {
      ChallengeProgram program = new ChallengeProgram(analyzer);
      for (Person person : Person.values()) {
        PracticeHead head = new PracticeHead(person);
        for (Subject subject : Subject.values()) {
          Map<ChallengeAction, Integer> steps = new EnumMap<>(ChallengeAction.class);
          int passed = 0;
          for (int seed = 0; seed < sessions; seed++) {
            passed += program.session(head, subject, seed, steps) ? 1 : 0;
          }
          out.printf(
              "%s %s: %d of %d passed, steps answered %s%n",
              person, subject, passed, sessions, steps);
        }
      }
    }
  }

  private boolean session(
      PracticeHead head, Subject subject, int seed, Map<ChallengeAction, Integer> steps) {
    FaceAnalyzer.FaceTracker tracker = analyzer.tracker();
    LivenessTracker liveness = new LivenessTracker(mean);
    Challenge challenge = new Challenge(new Random(seed));
    SplittableRandom random = new SplittableRandom(seed);
    Movement movement = next(challenge, subject, random, 600);
    String answered = "";
    for (int i = 0; i < MOST_FRAMES; i++) {
      long millis = (long) i * FRAME_MILLIS;
      FrameAnalysis analysis =
          tracker.analyze(head.render(movement.at(millis), 1, seed * 1000L + i, millis));
      liveness.accept(analysis);
      challenge.accept(millis, analysis.faces() == 1, liveness.newestRotation(), null);
      ChallengeState state = challenge.state();
      if (state.phase() == ChallengeState.Phase.OK && !state.id().equals(answered)) {
        answered = state.id();
        steps.merge(state.action(), 1, Integer::sum);
      }
      if (challenge.passed() || challenge.failed()) {
        return challenge.passed();
      }
      if (movement.over(millis)) {
        movement = next(challenge, subject, random, millis);
      }
    }
    return false;
  }

  private static Movement next(
      Challenge challenge, Subject subject, SplittableRandom random, long millis) {
    ChallengeAction[] all = ChallengeAction.values();
    ChallengeAction action =
        subject == Subject.OBEDIENT ? challenge.state().action() : all[random.nextInt(all.length)];
    double degrees = random.nextDouble(16, 24);
    return new Movement(action, degrees, millis + random.nextInt(400, 1200));
  }
}
