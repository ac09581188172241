package org.facedesk.desktop.capture;

import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.enroll.policy.CapturePolicy;

/**
 * What the station's settings say about capturing at the desk; asked for anew whenever it is
 * needed.
 *
 * @param mirrored whether people see themselves as in a mirror
 * @param practice whether the desk begins by practising
 * @param challenge whether movements in an order drawn by the station are asked for
 */
public record CaptureSettings(
    QualityPolicy quality,
    CapturePolicy policy,
    boolean mirrored,
    boolean practice,
    boolean challenge) {

  /** Nobody has set anything. */
  public static final CaptureSettings BUILT_IN =
      new CaptureSettings(QualityPolicy.DEFAULT, CapturePolicy.DEFAULT, true, false, false);
}
