package org.facedesk.engine.isolation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;

/** One worker. For one thread at a time. */
final class DecoderProcess implements AutoCloseable {
  private static final Duration STARTING = Duration.ofSeconds(60);
  private static final int BUFFER = 1 << 16;
  private static final long ENDING_MILLIS = 200;

  /** What a Java process returns that was interrupted or terminated: 128 and the signal. */
  private static final Set<Integer> TOLD_TO_END = Set.of(128 + 2, 128 + 15);

  private final Process process;
  private final DataOutputStream to;
  private final DataInputStream from;
  private final ScheduledExecutorService watch;

  private DecoderProcess(Process process, ScheduledExecutorService watch) {
    this.process = process;
    this.watch = watch;
    this.to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
    this.from = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
  }

  /** The worker ended, or had to be ended, before it answered. */
  static final class DiedException extends Exception {
    private static final long serialVersionUID = 1;

    /** Told to end from outside, as at the end of a session or a service: nothing is wrong. */
    final boolean told;

    DiedException(String message, Throwable cause) {
      this(message, false, cause);
    }

    DiedException(String message, boolean told, Throwable cause) {
      super(message, cause);
      this.told = told;
    }
  }

  /** Starts a worker and returns when it takes pictures. */
  static DecoderProcess start(ProcessBuilder command, ScheduledExecutorService watch)
      throws DiedException {
    DecoderProcess worker;
    try {
      worker = new DecoderProcess(command.start(), watch);
    } catch (IOException e) {
      throw new DiedException("a worker cannot be started", e);
    }
    worker.within(
        STARTING,
        () -> {
          if (worker.from.readByte() != DecoderWorker.READY) {
            throw new IOException("a worker that says something else");
          }
          return worker;
        });
    return worker;
  }

  /**
   * @param patience after which the worker is ended
   * @throws FacedeskException what the picture is refused for
   */
  Frame decode(byte[] picture, long timestampMillis, int maxPixels, Duration patience)
      throws DiedException {
    return within(
        patience,
        () -> {
          to.writeInt(picture.length);
          to.write(picture);
          to.flush();
          return read(timestampMillis, maxPixels);
        });
  }

  private Frame read(long timestampMillis, int maxPixels) throws IOException {
    byte kind = from.readByte();
    if (kind == DecoderWorker.REFUSED) {
      throw new FacedeskException(code(from.readUTF()), from.readUTF());
    }
    int width = from.readInt();
    int height = from.readInt();
    // what the worker says is believed no more than what the sender said
    if (kind != DecoderWorker.DECODED
        || width < 1
        || height < 1
        || (long) width * height > maxPixels) {
      throw new IOException("an answer that makes no sense");
    }
    byte[] bgr = new byte[3 * width * height];
    from.readFully(bgr);
    return new Frame(width, height, bgr, timestampMillis);
  }

  private static ErrorCode code(String name) throws IOException {
    for (ErrorCode code :
        new ErrorCode[] {
          ErrorCode.INVALID_IMAGE, ErrorCode.UNSUPPORTED_MEDIA, ErrorCode.IMAGE_TOO_LARGE
        }) {
      if (code.name().equals(name)) {
        return code;
      }
    }
    throw new IOException("a refusal that makes no sense");
  }

  private interface Exchange<T> {
    T run() throws IOException;
  }

  private <T> T within(Duration patience, Exchange<T> exchange) throws DiedException {
    Future<?> alarm = alarm(patience);
    try {
      return exchange.run();
    } catch (IOException e) {
      boolean told = toldToEnd();
      close();
      throw new DiedException("a worker ended " + ending(), told, e);
    } finally {
      alarm.cancel(false);
    }
  }

  private Future<?> alarm(Duration patience) throws DiedException {
    try {
      return watch.schedule(
          () -> process.destroyForcibly(), patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      close();
      throw new DiedException("no worker is wanted any more", e);
    }
  }

  /** Its pipe is closed a moment before its end can be asked for. */
  private boolean toldToEnd() {
    try {
      return process.waitFor(ENDING_MILLIS, TimeUnit.MILLISECONDS)
          && TOLD_TO_END.contains(process.exitValue());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String ending() {
    try {
      return "with " + process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "and was not waited for";
    }
  }

  /** False when it ended by itself, or was ended from outside, between two pictures. */
  boolean alive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
