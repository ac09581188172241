package org.facedesk.engine.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;

/**
 * Pairs of pictures with the truth about them, from a CSV file with the header {@code
 * image_a,image_b,same}; paths are relative to a folder of pictures, {@code same} is 1 or 0.
 */
public record PairList(List<Pair> pairs) {
  private static final String HEADER = "image_a,image_b,same";

  public record Pair(String imageA, String imageB, boolean same) {}

  /**
   * @throws FacedeskException INVALID_REQUEST naming the line that is not a pair
   */
  public static PairList read(Path csv) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
      throw new FacedeskException(
          ErrorCode.INVALID_REQUEST, "the list of pairs does not begin with " + HEADER);
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        pairs.add(pair(lines.get(i), i + 1));
      }
    }
    return new PairList(List.copyOf(pairs));
  }

  /** Every picture once, in order of appearance. */
  public Set<String> images() {
    Set<String> images = new LinkedHashSet<>();
    for (Pair pair : pairs) {
      images.add(pair.imageA());
      images.add(pair.imageB());
    }
    return images;
  }

  private static Pair pair(String line, int number) {
    String[] cells = line.strip().split(",", -1);
    if (cells.length != 3 || !(cells[2].equals("0") || cells[2].equals("1"))) {
      throw new FacedeskException(
          ErrorCode.INVALID_REQUEST, "line %d of the list is no pair".formatted(number));
    }
    return new Pair(cells[0], cells[1], cells[2].equals("1"));
  }
}
