package org.facedesk.faiss;

import java.util.Arrays;
import org.facedesk.faiss.bindings.FaissIndex;
import org.facedesk.faiss.bindings.SearchParameters;
import org.jspecify.annotations.Nullable;

/** What a search for one vector found, best first; -1 where there was nothing more. */
record Hits(long[] ids, float[] scores) {

  static Hits of(FaissIndex index, float[] query, int count) {
    return of(index, query, count, null);
  }

  static Hits of(
      FaissIndex index, float[] query, int count, @Nullable SearchParameters parameters) {
    long[] ids = new long[count];
    float[] scores = new float[count];
    index.search(1, query, count, scores, ids, parameters);
    return new Hits(ids, scores);
  }

  long best() {
    return ids[0];
  }

  boolean sameAs(Hits other) {
    return Arrays.equals(ids, other.ids) && Arrays.equals(scores, other.scores);
  }
}
