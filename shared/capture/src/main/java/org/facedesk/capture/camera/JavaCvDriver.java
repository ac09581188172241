package org.facedesk.capture.camera;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import java.util.List;

/** webcam-capture's view of the cameras of this computer. */
public final class JavaCvDriver implements WebcamDriver {
  private final DeviceListing listing;

  /** The cameras of this platform. */
  public JavaCvDriver() {
    this(DeviceListing.ofThisPlatform());
  }

  JavaCvDriver(DeviceListing listing) {
    this.listing = listing;
  }

  @Override
  public List<WebcamDevice> getDevices() {
    return listing.cameras().stream().<WebcamDevice>map(JavaCvDriver::device).toList();
  }

  static JavaCvDevice device(CameraInfo camera) {
    return new JavaCvDevice(camera.name(), wish -> LocalReader.open(camera, wish));
  }

  static JavaCvDevice device(String address) {
    return new JavaCvDevice(AddressReader.nameOf(address), wish -> AddressReader.open(address));
  }

  /**
   * True, so that webcam-capture makes each call on the caller's thread and not all of them on one
   * thread for all cameras, where one that hangs would stop the others.
   */
  @Override
  public boolean isThreadSafe() {
    return true;
  }
}
