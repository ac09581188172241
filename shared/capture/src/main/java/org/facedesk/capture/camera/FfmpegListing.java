package org.facedesk.capture.camera;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfo;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfoList;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Windows and macOS: what FFmpeg's capture format ({@code dshow}, {@code avfoundation}) lists, in
 * the platform's order. Not tested on either yet.
 */
record FfmpegListing(String format) implements DeviceListing {
  @Override
  public List<CameraInfo> cameras() {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    avdevice.avdevice_register_all();
    AVInputFormat input = avformat.av_find_input_format(format);
    if (input == null) {
      return List.of();
    }
    List<CameraInfo> found = new ArrayList<>();
    AVDeviceInfoList list = new AVDeviceInfoList(null);
    if (avdevice.avdevice_list_input_sources(input, (String) null, (AVDictionary) null, list) < 0) {
      return List.of();
    }
    for (int i = 0; i < list.nb_devices(); i++) {
      AVDeviceInfo device = list.devices(i);
      if (offersVideo(device)) {
        found.add(new CameraInfo(found.size(), device.device_description().getString()));
      }
    }
    avdevice.avdevice_free_list_devices(list);
    return SysfsListing.withNamesOfTheirOwn(found);
  }

  /** An old FFmpeg does not say what a device offers. */
  private static boolean offersVideo(AVDeviceInfo device) {
    if (device.nb_media_types() == 0) {
      return true;
    }
    for (int i = 0; i < device.nb_media_types(); i++) {
      if (device.media_types().get(i) == avutil.AVMEDIA_TYPE_VIDEO) {
        return true;
      }
    }
    return false;
  }
}
