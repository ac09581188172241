package org.facedesk.capture.replay;

import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;
import org.facedesk.capture.FrameSource;
import org.facedesk.core.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A video file, decoded by FFmpeg. Frames are turned upright as the file says; their times are the
 * file's own, in milliseconds, and never run backwards.
 */
final class VideoFile implements FrameSource {
  /**
   * FFmpeg also opens playlists, device names, subtitles and text art. A clip is one file in a
   * container for video, and reading it reaches nothing else.
   */
  private static final String CONTAINERS =
      "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,flv,ogg,asf,h264,hevc,m4v,"
          + "mjpeg,mxf,ivf,gif,wtv,dv";

  private final Path path;
  private final FFmpegFrameGrabber grabber;
  private final int quarterTurns;
  private final double framesPerSecond;
  private @Nullable Frame first;
  private long lastMillis = Long.MIN_VALUE;
  private boolean closed;

  private VideoFile(Path path, FFmpegFrameGrabber grabber) {
    this.path = path;
    this.grabber = grabber;
    // FFmpeg gives the angle counter-clockwise
    this.quarterTurns = (int) Math.round(-grabber.getDisplayRotation() / 90);
    double rate = grabber.getVideoFrameRate();
    this.framesPerSecond = rate > 0 && Double.isFinite(rate) ? rate : 25;
  }

  /** Decodes the first frame already, so that a broken file is refused here. */
  static VideoFile open(Path path) {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(path.toAbsolutePath().toFile());
    grabber.setOption("protocol_whitelist", "file");
    grabber.setOption("format_whitelist", CONTAINERS);
    try {
      grabber.start();
      VideoFile video = new VideoFile(path, grabber);
      video.first = video.grab().orElseThrow(() -> Replay.unreadable(path, "has no picture in it"));
      return video;
    } catch (FrameGrabber.Exception e) {
      release(grabber, e);
      throw Replay.unreadable(path, "is not a video that can be read", e);
    } catch (RuntimeException e) {
      release(grabber, e);
      throw e;
    }
  }

  @Override
  public Optional<Frame> next() {
    Frame held = first;
    if (held != null) {
      first = null;
      return Optional.of(held);
    }
    if (closed) {
      return Optional.empty();
    }
    try {
      return grab();
    } catch (FrameGrabber.Exception e) {
      throw Replay.unreadable(path, "is damaged", e);
    }
  }

  private Optional<Frame> grab() throws FrameGrabber.Exception {
    org.bytedeco.javacv.Frame picture = grabber.grabImage();
    if (picture == null) {
      return Optional.empty();
    }
    lastMillis = Math.max(lastMillis + 1, Math.round(picture.timestamp / 1e3));
    return Optional.of(PackedBgr.turned(PackedBgr.copy(picture, lastMillis), quarterTurns));
  }

  @Override
  public String name() {
    return Replay.nameOf(path);
  }

  @Override
  public double framesPerSecond() {
    return framesPerSecond;
  }

  @Override
  public boolean live() {
    return false;
  }

  @Override
  public boolean recorded() {
    return true;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      first = null;
      try {
        grabber.release();
      } catch (FrameGrabber.Exception e) {
        throw Replay.unreadable(path, "could not be closed", e);
      }
    }
  }

  private static void release(FFmpegFrameGrabber grabber, Exception reason) {
    try {
      grabber.release();
    } catch (FrameGrabber.Exception e) {
      reason.addSuppressed(e);
    }
  }
}
