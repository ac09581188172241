package org.facedesk.attack;

import java.util.random.RandomGenerator;

/**
 * How one quantity of a hand's movement goes over time: a factor from -1 to 1 for each frame, drawn
 * at random; all but the drift start near 0.
 */
enum Course {
  /** Back and forth at 0.12 to 0.6 a second, coming up within the first 0.8 s. */
  SINE {
    @Override
    double[] draw(RandomGenerator random, int frames) {
      double rate = 2 * Math.PI * random.nextDouble(.12, .6);
      return over(frames, t -> Math.sin(rate * t) * Math.min(1, t / .8));
    }
  },
  /** As somebody who was told to turn: rest, turn, stay, come back; perhaps the other way next. */
  RAMPS_WITH_RESTS {
    @Override
    double[] draw(RandomGenerator random, int frames) {
      double[] values = new double[frames];
      double side = side(random);
      int at = tenths(random, .4, 1.2);
      while (at < frames) {
        double peak = side * random.nextDouble(.6, 1);
        at = ramp(values, at, tenths(random, .2, 1.5), 0, peak);
        at = ramp(values, at, tenths(random, .4, 2), peak, peak);
        at = ramp(values, at, tenths(random, .2, 1.2), peak, 0);
        at += tenths(random, .2, 1);
        side = random.nextDouble() < .6 ? -side : side;
      }
      return values;
    }
  },
  /** To and fro at constant speed, once in 2 to 6 s. */
  TRIANGLE {
    @Override
    double[] draw(RandomGenerator random, int frames) {
      double period = random.nextDouble(2, 6);
      return over(frames, t -> 2 / Math.PI * Math.asin(Math.sin(2 * Math.PI * t / period)));
    }
  },
  /** A random walk, smoothed over half a second, scaled to reach 1. */
  WALK {
    @Override
    double[] draw(RandomGenerator random, int frames) {
      double[] steps = new double[frames];
      for (int i = 1; i < frames; i++) {
        steps[i] = steps[i - 1] + random.nextGaussian();
      }
      double[] smooth = new double[frames];
      double largest = 1e-6;
      for (int i = 0; i < frames; i++) {
        int count = 0;
        for (int j = Math.max(0, i - 2); j <= Math.min(frames - 1, i + 2); j++, count++) {
          smooth[i] += steps[j];
        }
        smooth[i] = smooth[i] / count - steps[0];
        largest = Math.max(largest, Math.abs(smooth[i]));
      }
      for (int i = 0; i < frames; i++) {
        smooth[i] /= largest;
      }
      return smooth;
    }
  },
  /** Quick flicks of 100 to 400 ms, which look like the closing of eyes. */
  FLICKS {
    @Override
    double[] draw(RandomGenerator random, int frames) {
      double[] values = new double[frames];
      for (int at = tenths(random, .8, 1.5); at < frames; at += tenths(random, .7, 2)) {
        double height = side(random) * random.nextDouble(.4, 1);
        ramp(values, at, 1 + random.nextInt(4), height, height);
      }
      return values;
    }
  },
  /** From one side to the other once, over the whole sequence. */
  DRIFT {
    @Override
    double[] draw(RandomGenerator random, int frames) {
      double side = side(random);
      double start = random.nextInt(3) - 1;
      double length = frames / Handling.FRAMES_PER_SECOND;
      return over(frames, t -> Math.clamp(.5 * start + side * t / length, -1, 1));
    }
  },
  /** Pushed and left to swing: a decaying oscillation, pushed again when it has died down. */
  SWINGS {
    @Override
    double[] draw(RandomGenerator random, int frames) {
      double rate = 2 * Math.PI * random.nextDouble(.4, 1.2);
      double decay = random.nextDouble(.4, 1.5);
      double again = random.nextDouble(2, 4);
      double start = random.nextDouble(.3, 1);
      double side = side(random);
      return over(
          frames,
          t -> {
            double since = t < start ? 0 : (t - start) % again;
            return side * Math.sin(rate * since) * Math.exp(-decay * since);
          });
    }
  },
  /** A staircase: some steps to one side, each held for 0.3 to 0.8 s, and back the same way. */
  STAIRS {
    @Override
    double[] draw(RandomGenerator random, int frames) {
      double[] values = new double[frames];
      int steps = 2 + random.nextInt(4);
      double side = side(random);
      int step = 0;
      int direction = 1;
      for (int at = tenths(random, .3, .8); at < frames; ) {
        direction = step == steps ? -1 : step == 0 ? 1 : direction;
        step += direction;
        double height = side * step / steps;
        at = ramp(values, at, tenths(random, .3, .8), height, height);
      }
      return values;
    }
  };

  private static final Course[] ALL = values();

  /** A factor from -1 to 1 for each frame. */
  abstract double[] draw(RandomGenerator random, int frames);

  /** One of them, drawn at random. */
  static double[] any(RandomGenerator random, int frames) {
    return ALL[random.nextInt(ALL.length)].draw(random, frames);
  }

  private interface OfTime {
    double at(double seconds);
  }

  private static double[] over(int frames, OfTime course) {
    double[] values = new double[frames];
    for (int i = 0; i < frames; i++) {
      values[i] = course.at(i / Handling.FRAMES_PER_SECOND);
    }
    return values;
  }

  /** Fills frames from one value towards another; the frame after the last one filled. */
  private static int ramp(double[] values, int at, int length, double from, double to) {
    for (int i = 0; i < length && at + i < values.length; i++) {
      values[at + i] = from + (to - from) * (i + 1) / length;
    }
    return at + length;
  }

  /** A length between two times in seconds, in frames, at least one. */
  private static int tenths(RandomGenerator random, double from, double to) {
    return Math.max(1, (int) Math.round(random.nextDouble(from, to) * Handling.FRAMES_PER_SECOND));
  }

  private static double side(RandomGenerator random) {
    return random.nextBoolean() ? 1 : -1;
  }
}
