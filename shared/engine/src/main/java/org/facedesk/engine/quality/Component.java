package org.facedesk.engine.quality;

import org.facedesk.engine.QualityReport;

/**
 * One named aspect of a picture's quality. Components hold no state and are safe for many threads;
 * what several of them need is computed once by the {@link FaceView} they are given.
 */
@FunctionalInterface
interface Component {
  /**
   * @return 0..100, or {@link QualityReport#NOT_ASSESSED} when this picture does not say
   */
  int score(FaceView view);
}
