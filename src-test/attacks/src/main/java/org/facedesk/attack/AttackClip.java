package org.facedesk.attack;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.facedesk.capture.FrameSource;
import org.facedesk.core.Frame;

/** A photograph held before a camera: ten frames a second, as fast as they are asked for. */
final class AttackClip implements FrameSource {
  private static final int[][] SIZES = {{320, 320}, {320, 280}, {280, 320}};

  /** Longest exposure, in frames: 45 ms. */
  private static final double LONGEST_EXPOSURE = .45;

  /** Pixels of movement within an exposure below which one instant stands for it. */
  private static final double SHARP = .7;

  private static final int INSTANTS = 3;

  private final String name;
  private final PrintCamera camera;
  private final Sensor sensor;
  private final double exposure;
  private int given;

  private AttackClip(String name, PrintCamera camera, Sensor sensor, double exposure) {
    this.name = name;
    this.camera = camera;
    this.sensor = sensor;
    this.exposure = exposure;
  }

  /** Camera, light, noise and handling are drawn from the random numbers. */
  static AttackClip of(Species species, Photograph photograph, RandomGenerator random) {
    int[] size = SIZES[random.nextInt(SIZES.length)];
    double eyeDistance = random.nextDouble(.22, .38) * Math.min(size[0], size[1]);
    Handling handling = Handling.of(species, eyeDistance, random);
    return new AttackClip(
        species.label() + " " + photograph.source(),
        new PrintCamera(photograph, handling, size[0], size[1], eyeDistance, random),
        new Sensor(random.nextDouble(1, 5), random),
        random.nextDouble(LONGEST_EXPOSURE));
  }

  @Override
  public Optional<Frame> next() {
    if (given == camera.handling().poses().size()) {
      return Optional.empty();
    }
    byte[] pixels = sensor.develop(exposed(given), camera.width());
    long millis = Math.round(1000 * given / Handling.FRAMES_PER_SECOND);
    given++;
    return Optional.of(new Frame(camera.width(), camera.height(), pixels, millis));
  }

  private float[] exposed(int frame) {
    float[] light = new float[3 * camera.width() * camera.height()];
    Pose end = camera.handling().at(frame);
    Pose start = camera.handling().at(frame - exposure);
    if (start.wayTo(end, camera.height() / 4.0) < SHARP) {
      camera.expose(end, 1, light);
      return light;
    }
    for (int i = 0; i < INSTANTS; i++) {
      camera.expose(start.towards(end, i / (INSTANTS - 1.0)), 1f / INSTANTS, light);
    }
    return light;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double framesPerSecond() {
    return Handling.FRAMES_PER_SECOND;
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public boolean recorded() {
    return true;
  }

  @Override
  public void close() {
    given = camera.handling().poses().size();
  }
}
