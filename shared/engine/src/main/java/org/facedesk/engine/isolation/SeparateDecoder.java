package org.facedesk.engine.isolation;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.engine.isolation.DecoderProcess.DiedException;
import org.facedesk.engine.torch.ImageLimits;
import org.facedesk.engine.torch.OpenCvFrameDecoder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes in processes of their own, so that a file can end at most one of them. Costs two copies
 * of the pixels more than decoding here. Safe for many threads; more of them than there are workers
 * wait for one another.
 */
public final class SeparateDecoder implements FrameDecoder, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SeparateDecoder.class);

  /** Four megapixels in fifty passes take a second. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration QUEUE = Duration.ofSeconds(30);

  private final ImageLimits limits = ImageLimits.REMOTE;
  private final FrameDecoder encoder = new OpenCvFrameDecoder(limits);
  private final Supplier<ProcessBuilder> command;
  private final Duration patience;
  private final BlockingQueue<Place> idle = new LinkedBlockingQueue<>();
  private final AtomicLong deaths = new AtomicLong();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("decoder-watch").daemon().factory());
  private volatile boolean closed;
  private volatile boolean started;

  /** Room for one worker; empty until one is started, and after one died. */
  private static final class Place {
    @Nullable DecoderProcess worker;
  }

  SeparateDecoder(int workers, Supplier<ProcessBuilder> command, Duration patience) {
    this.command = command;
    this.patience = patience;
    for (int i = 0; i < workers; i++) {
      fill(new Place());
    }
  }

  /**
   * Returns at once; the workers start meanwhile, and pictures wait for them.
   *
   * @param workers at most so many pictures are decoded at a time
   */
  public static SeparateDecoder start(int workers) {
    return new SeparateDecoder(workers, WorkerCommand::ofThisProgram, PATIENCE);
  }

  /** What an installed program's {@code decode-worker} command is called. */
  public static String workerCommand() {
    return WorkerCommand.SUBCOMMAND;
  }

  @Override
  public Frame decode(byte[] encoded, long timestampMillis) {
    if (encoded.length > limits.maxBytes()) {
      throw new FacedeskException(ErrorCode.IMAGE_TOO_LARGE, "the picture has too many bytes");
    }
    Place place = take();
    boolean whole = false;
    try {
      DecoderProcess worker = place.worker;
      if (worker == null || !worker.alive()) {
        place.worker = null;
        worker = DecoderProcess.start(command.get(), watch);
        place.worker = worker;
        started = true;
      }
      Frame frame = worker.decode(encoded, timestampMillis, limits.maxPixels(), patience);
      whole = true;
      return frame;
    } catch (FacedeskException refused) {
      whole = true;
      throw refused;
    } catch (DiedException e) {
      throw failure(e, place.worker != null);
    } finally {
      if (whole) {
        idle.add(place);
        if (closed) {
          endIdle();
        }
      } else {
        place.worker = null;
        fill(place);
      }
    }
  }

  private FacedeskException failure(DiedException e, boolean overThisPicture) {
    if (e.told) { // by whoever ends the station, most likely: the picture is not to blame
      LOG.info("a picture decoder was told to end");
      return new FacedeskException(ErrorCode.OVERLOADED, "the picture decoder was stopped", e);
    }
    LOG.error("a picture decoder died ({}), the {}th", e.getMessage(), deaths.incrementAndGet());
    return new FacedeskException(
        overThisPicture ? ErrorCode.INVALID_IMAGE : ErrorCode.INTERNAL,
        "the picture cannot be decoded",
        e);
  }

  private Place take() {
    try {
      Place place = closed ? null : idle.poll(QUEUE.toMillis(), TimeUnit.MILLISECONDS);
      if (place == null) {
        throw new FacedeskException(ErrorCode.OVERLOADED, "no picture decoder is free");
      }
      return place;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FacedeskException(ErrorCode.OVERLOADED, "no picture decoder is free", e);
    }
  }

  private void fill(Place place) {
    Thread.ofVirtual()
        .name("decoder-start")
        .start(() -> {
          try {
            place.worker = DecoderProcess.start(command.get(), watch);
            started = true;
          } catch (DiedException e) {
            started = false;
            if (e.told) {
              LOG.info("a picture decoder was told to end before it had started");
            } else if (!closed) {
              LOG.error(
                  "a picture decoder does not start; it is tried again with the next picture", e);
            }
          }
          idle.add(place);
          if (closed) {
            endIdle();
          }
        });
  }

  /** Whether a picture can be decoded now: the newest worker that was wanted has started. */
  public boolean ready() {
    return started && !closed;
  }

  /** How many workers died over a picture since the start. */
  public long deaths() {
    return deaths.get();
  }

  @Override
  public byte[] encodeJpeg(Frame frame, int quality) {
    return encoder.encodeJpeg(frame, quality);
  }

  /** Ends the workers; one that is at work ends when its picture is done. */
  @Override
  public void close() {
    closed = true;
    endIdle();
    watch.shutdown();
  }

  private void endIdle() {
    for (Place place = idle.poll(); place != null; place = idle.poll()) {
      DecoderProcess worker = place.worker;
      if (worker != null) {
        worker.close();
      }
    }
  }
}
