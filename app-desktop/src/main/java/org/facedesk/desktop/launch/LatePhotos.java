package org.facedesk.desktop.launch;

import org.facedesk.admin.PhotoReader;
import org.facedesk.engine.isolation.SeparateDecoder;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.enroll.PictureIntake;
import org.facedesk.enroll.PolicyJudge;
import org.jspecify.annotations.Nullable;

/**
 * Photos for a command without a running station: the engine is loaded when the first one comes,
 * since most commands never need it.
 */
final class LatePhotos implements PhotoReader, AutoCloseable {
  private @Nullable Engine engine;
  private @Nullable SeparateDecoder decoder;

  @Override
  public synchronized Photo read(byte[] encoded) {
    Engine opened = engine == null ? Engine.open() : engine;
    engine = opened;
    SeparateDecoder started = decoder == null ? SeparateDecoder.start(1) : decoder;
    decoder = started;
    PictureIntake intake =
        new PictureIntake(opened.analyzer(), started, new PolicyJudge(QualityPolicy.DEFAULT));
    return new IntakePhotos(intake).read(encoded);
  }

  @Override
  public synchronized void close() {
    if (decoder != null) {
      decoder.close();
    }
    if (engine != null) {
      engine.close();
    }
  }
}
