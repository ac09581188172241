package org.facedesk.capture.practice;

import java.util.SplittableRandom;

/**
 * A choreography performed once, as a function of time: the same seed gives the same performance,
 * and within one no round is like another, because times and angles are drawn anew for each and the
 * sway has no common period with them.
 */
final class Performance {
  /** Seconds until a choreography starts again. */
  static final double ROUND = 8;

  private static final double TURN = 17;
  private static final double NOD = 13;
  private static final double ASIDE = 12;

  private final Choreography choreography;
  private final long seed;
  private final double[] phases = new double[8];

  Performance(Choreography choreography, long seed) {
    this.choreography = choreography;
    this.seed = seed;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < phases.length; i++) {
      phases[i] = random.nextDouble(2 * Math.PI);
    }
  }

  HeadState at(double seconds) {
    long round = (long) Math.floor(seconds / ROUND);
    double t = seconds - round * ROUND;
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + round);
    double late = random.nextDouble(.15);
    double size = random.nextDouble(.95, 1.05);
    double longer = random.nextDouble(.03);
    double yaw = 0;
    double pitch = 0;
    double closure = 0;
    if (choreography.turns()) {
      yaw = TURN * size * (held(t, 1.6 + late, .8, .5) - held(t, 4.4 + late, .8, .4));
      pitch = NOD * size * held(t, 6.6 + late, .4, .4);
    }
    if (choreography == Choreography.TWO_POSES) {
      yaw = ASIDE * held(t % 4, 1.8, .2, 1.8);
    }
    if (choreography.blinks()) {
      closure = Math.max(blink(t, .9 + late, longer), blink(t, 3.95 + late, longer));
    }
    return new HeadState(
        yaw + .6 * wave(seconds, 2.3, 0) + .3 * wave(seconds, .97, 1),
        pitch + .5 * wave(seconds, 3.1, 2),
        .4 * wave(seconds, 4.7, 3),
        closure,
        1 + .008 * wave(seconds, 5.9, 4),
        2 * wave(seconds, 4.8, 5),
        1.5 * wave(seconds, 3.7, 6));
  }

  /** Brightness of the room, which is never quite steady. */
  double lightAt(double seconds) {
    return 1 + .012 * wave(seconds, 7.3, 7) + .004 * wave(seconds, 1.7, 0);
  }

  private double wave(double seconds, double period, int phase) {
    return Math.sin(2 * Math.PI * seconds / period + phases[phase]);
  }

  /** Goes smoothly from 0 to 1, stays, and comes back. */
  private static double held(double t, double from, double going, double staying) {
    double up = smooth((t - from) / going);
    double down = smooth((t - from - going - staying) / going);
    return up - down;
  }

  /** Shut within 80 ms, for 130 ms, open again within 120 ms: an unhurried blink. */
  private static double blink(double t, double from, double longer) {
    double shut = from + .08;
    return Math.clamp((t - from) / .08, 0., 1.)
        - Math.clamp((t - shut - .13 - longer) / .12, 0., 1.);
  }

  private static double smooth(double x) {
    double c = Math.clamp(x, 0., 1.);
    return c * c * (3 - 2 * c);
  }
}
