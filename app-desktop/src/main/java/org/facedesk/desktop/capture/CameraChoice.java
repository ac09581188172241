package org.facedesk.desktop.capture;

import org.facedesk.capture.SourceSpec;
import org.facedesk.desktop.capture.CameraState.Kind;
import org.facedesk.desktop.ui.FaultReport;

/** Which camera the desk has open, which one it comes back to, and how it stands. */
final class CameraChoice {
  private SourceSpec configured = new SourceSpec.Device("");
  private SourceSpec current = configured;
  private CameraState state = new CameraState.Opening(Kind.CAMERA);

  void configure(SourceSpec source) {
    configured = source;
  }

  SourceSpec configured() {
    return configured;
  }

  void opening(SourceSpec source) {
    current = source;
    state = new CameraState.Opening(Kind.of(source));
  }

  void opened(String name) {
    state = new CameraState.Live(Kind.of(current), name);
  }

  void lost(FaultReport why) {
    state = new CameraState.Absent(why);
  }

  CameraState state() {
    return state;
  }

  boolean live() {
    return state instanceof CameraState.Live;
  }

  /** Whether another one is open than the one to come back to. */
  boolean another() {
    return !current.equals(configured);
  }

  /** What stands in records for where its pictures come from. */
  String source() {
    return Kind.of(current).source();
  }
}
