package org.facedesk.server.http;

import io.undertow.server.ConduitWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.channels.ReadTimeoutException;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * A request's body, waited for until a moment and no longer: closing the connection elsewhere does
 * not wake a thread that waits for a peer who keeps his end open.
 */
final class PatientBody extends AbstractStreamSourceConduit<StreamSourceConduit> {
  private final long endNanos;

  private PatientBody(StreamSourceConduit body, long endNanos) {
    super(body);
    this.endNanos = endNanos;
  }

  /** Waits this long from now on, over all of the body. */
  static ConduitWrapper<StreamSourceConduit> within(Duration patience) {
    long endNanos = System.nanoTime() + patience.toNanos();
    return (factory, exchange) -> new PatientBody(factory.create(), endNanos);
  }

  /**
   * @throws ReadTimeoutException when it has waited long enough
   */
  @Override
  public void awaitReadable() throws IOException {
    awaitReadable(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
  }

  @Override
  public void awaitReadable(long time, TimeUnit unit) throws IOException {
    long leftMillis = TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
    if (leftMillis <= 0) {
      throw new ReadTimeoutException("the rest of the body did not come in time");
    }
    // none at all would be for ever
    next.awaitReadable(Math.clamp(unit.toMillis(time), 1, leftMillis), TimeUnit.MILLISECONDS);
  }
}
