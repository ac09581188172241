package org.facedesk.server.ws;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.facedesk.core.CorrelationId;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;

/**
 * Work on pictures for someone who waits for it. It takes turns with all other pictures, on the
 * bounded pool that looks at them.
 *
 * @param pool bounded; refuses what it has no room for
 */
public record AnalysisTurn(Executor pool) {
  /**
   * @throws FacedeskException OVERLOADED, or what the work throws
   */
  public <T> T of(Supplier<T> work) {
    try {
      String id = CorrelationId.currentOrNext(); // does not follow to the pool by itself
      return CompletableFuture.supplyAsync(() -> CorrelationId.getDuring(id, work), pool).join();
    } catch (RejectedExecutionException e) {
      throw new FacedeskException(ErrorCode.OVERLOADED, "The station takes no more frames.", e);
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw e;
    }
  }
}
