package org.facedesk.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.replay.Replay;
import org.facedesk.core.Frame;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameDecoder;
import org.jspecify.annotations.Nullable;

/** Where photographs come from; the same random numbers draw the same ones. Safe for threads. */
abstract class Photographs {
  private static final int PATIENCE = 2_000;
  private static final int FRAMES_OF_A_CLIP = 24;

  /** Most printed portraits look at the camera. */
  private static final double SHARE_STRAIGHT = .75;

  Photograph draw(RandomGenerator random) {
    boolean straight = random.nextDouble() < SHARE_STRAIGHT;
    for (int i = 0; i < PATIENCE; i++) {
      Photograph drawn = candidate(random);
      if (drawn != null && (drawn.straight() || !straight)) {
        return drawn;
      }
    }
    throw new IllegalStateException("hardly any picture shows one face");
  }

  /** Null when the picture that was drawn cannot serve. */
  abstract @Nullable Photograph candidate(RandomGenerator random);

  /** Some frames of each recording, drawn at random. */
  static Photographs ofClips(List<Path> clips, FaceAnalyzer analyzer, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    List<Photograph> usable = new ArrayList<>();
    for (Path clip : clips) {
      @Nullable Frame[] kept = new Frame[FRAMES_OF_A_CLIP];
      int[] numbers = new int[FRAMES_OF_A_CLIP];
      try (FrameSource source = Replay.open(clip)) {
        int number = 0;
        for (Optional<Frame> f = source.next(); f.isPresent(); f = source.next(), number++) {
          // each frame so far has the same chance to be among the kept ones
          int place = number < kept.length ? number : random.nextInt(number + 1);
          if (place < kept.length) {
            kept[place] = f.get();
            numbers[place] = number;
          }
        }
        for (int i = 0; i < Math.min(number, kept.length); i++) {
          String name = source.name() + " " + numbers[i];
          Photograph photograph =
              Photograph.of(name, analyzer.analyze(Objects.requireNonNull(kept[i])));
          if (photograph != null) {
            usable.add(photograph);
          }
        }
      }
    }
    return new Photographs() {
      @Override
      Photograph candidate(RandomGenerator each) {
        return usable.get(each.nextInt(usable.size()));
      }
    };
  }

  /** Pictures in a folder and the folders below it, a folder for each person. */
  static Photographs ofFolder(Path folder, FaceAnalyzer analyzer, FrameDecoder decoder) {
    List<List<Path>> people = people(folder);
    return new Photographs() {
      @Override
      @Nullable Photograph candidate(RandomGenerator random) {
        List<Path> pictures = people.get(random.nextInt(people.size()));
        Path file = pictures.get(random.nextInt(pictures.size()));
        try {
          Frame picture = decoder.decode(Files.readAllBytes(file), 0);
          return Photograph.of(folder.relativize(file).toString(), analyzer.analyze(picture));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static List<List<Path>> people(Path folder) {
    try (Stream<Path> folders = Files.walk(folder)) {
      return folders
          .filter(Files::isDirectory)
          .sorted()
          .map(person -> files(person, ".jpg", ".jpeg", ".png"))
          .filter(pictures -> !pictures.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of a folder whose names end so, in name order. */
  static List<Path> files(Path folder, String... endings) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Arrays.stream(endings).anyMatch(end -> file.toString().endsWith(end)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
