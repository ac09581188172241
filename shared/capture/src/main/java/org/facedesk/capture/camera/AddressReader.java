package org.facedesk.capture.camera;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;
import org.facedesk.capture.replay.PackedBgr;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;

/** A network camera, read by FFmpeg: RTSP, or MJPEG and other streams over HTTP. */
final class AddressReader implements PictureReader {
  private static final Set<String> SCHEMES = Set.of("http", "https", "rtsp", "rtsps");
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private final FFmpegFrameGrabber grabber;
  private final String name;

  private AddressReader(FFmpegFrameGrabber grabber, String name) {
    this.grabber = grabber;
    this.name = name;
  }

  /** Whether this is an address and not a device's name. */
  static boolean isAddress(String text) {
    int colon = text.indexOf("://");
    return colon > 0 && SCHEMES.contains(text.substring(0, colon).toLowerCase(Locale.ROOT));
  }

  /** The address as it may be shown and logged: without user, password and query. */
  static String nameOf(String address) {
    try {
      URI uri = URI.create(address);
      int port = uri.getPort();
      return uri.getScheme()
          + "://"
          + uri.getHost()
          + (port < 0 ? "" : ":" + port)
          + (uri.getPath() == null ? "" : uri.getPath());
    } catch (IllegalArgumentException e) {
      // its text may hold a password, so neither it nor the reason is passed on
      return "network camera";
    }
  }

  static AddressReader open(String address) {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    String name = nameOf(address);
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(address);
    String micros = Long.toString(SILENCE.toNanos() / 1000);
    grabber.setOption("protocol_whitelist", "http,https,tcp,tls,rtsp,rtsps,rtp,udp,crypto");
    grabber.setOption(address.startsWith("rtsp") ? "timeout" : "rw_timeout", micros);
    grabber.setOption("rtsp_transport", "tcp");
    grabber.setOption("fflags", "nobuffer");
    grabber.setOption("analyzeduration", "500000");
    try {
      grabber.start();
      return new AddressReader(grabber, name);
    } catch (FrameGrabber.Exception e) {
      release(grabber);
      // FFmpeg's message repeats the address with its password
      throw new FacedeskException(
          ErrorCode.CAMERA_UNAVAILABLE,
          name + (refused(e) ? " refuses the name and password" : " does not answer"));
    }
  }

  /** Statuses 401 and 403, of HTTP and of RTSP; JavaCV tells FFmpeg's number in its text only. */
  private static boolean refused(FrameGrabber.Exception why) {
    String text = String.valueOf(why.getMessage());
    return IntStream.of(avutil.AVERROR_HTTP_UNAUTHORIZED(), avutil.AVERROR_HTTP_FORBIDDEN())
        .anyMatch(number -> text.contains(" " + number + ":"));
  }

  @Override
  public Frame read() {
    org.bytedeco.javacv.Frame picture;
    try {
      picture = grabber.grabImage();
    } catch (FrameGrabber.Exception e) {
      throw new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, name + " sends nothing usable", e);
    }
    if (picture == null) {
      throw new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, name + " ended its stream");
    }
    return PackedBgr.copy(picture, Duration.ofNanos(System.nanoTime()).toMillis());
  }

  @Override
  public void close() {
    release(grabber);
  }

  private static void release(FFmpegFrameGrabber grabber) {
    try {
      grabber.release();
    } catch (FrameGrabber.Exception e) {
      throw new FacedeskException(
          ErrorCode.CAMERA_UNAVAILABLE, "the network camera could not be closed", e);
    }
  }
}
