package org.facedesk.capture.camera;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The local cameras that are plugged in now; asking disturbs none of them. */
interface DeviceListing {
  /** In order of their numbers. */
  List<CameraInfo> cameras();

  /** The listing of the platform this runs on. */
  static DeviceListing ofThisPlatform() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (os.contains("linux")) {
      return new SysfsListing(Path.of("/sys/class/video4linux"));
    }
    return new FfmpegListing(
        os.contains("win") && !os.contains("darwin") ? "dshow" : "avfoundation");
  }
}
