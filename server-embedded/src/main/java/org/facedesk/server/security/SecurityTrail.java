package org.facedesk.server.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.facedesk.core.CorrelationId;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the layers decided, for the audit trail. A granted login is written down before it is
 * answered. Refusals and limits are anyone's to cause, as often as they like, so they are sampled:
 * of the same kind from the same address the first, second, fourth, eighth … within ten minutes,
 * each with its number; and written in the background, a few hundred a minute at most. What was
 * left out for that is counted in the next entry. Safe for many threads.
 */
public final class SecurityTrail {
  private static final Logger LOG = LoggerFactory.getLogger(SecurityTrail.class);
  private static final int MOST_A_MINUTE = 300;
  private static final int MOST_AT_ONCE = 16;
  private static final long MOST_KINDS = 20_000;

  private final Consumer<AuditEvent> audit;
  private final Executor background;
  private final Cache<String, AtomicLong> kinds =
      Caffeine.newBuilder()
          .maximumSize(MOST_KINDS)
          .expireAfterWrite(Duration.ofMinutes(10))
          .build();
  private final Bucket room =
      Bucket.builder()
          .addLimit(limit ->
              limit.capacity(MOST_A_MINUTE).refillGreedy(MOST_A_MINUTE, Duration.ofMinutes(1)))
          .build();
  private final Semaphore writers = new Semaphore(MOST_AT_ONCE);
  private final AtomicLong leftOut = new AtomicLong();

  /**
   * @param audit writes an event down; may wait for the database
   * @param background runs what need not be waited for
   */
  public SecurityTrail(Consumer<AuditEvent> audit, Executor background) {
    this.audit = audit;
    this.background = background;
  }

  /**
   * A client was given an access token.
   *
   * @throws FacedeskException STORE_UNAVAILABLE if that cannot be written down
   */
  public void loggedIn(ClientRecord client, String address) {
    audit.accept(
        new AuditEvent(
            AuditAction.LOGIN_GRANTED,
            "client:" + client.id(),
            client.id(),
            null,
            CorrelationId.current(),
            Map.of("address", address)));
  }

  /** Something was refused; only what concerns access and limits is written down. */
  public void refused(ErrorCode code, @Nullable UUID client, String address) {
    AuditAction action = action(code);
    if (action == null) {
      return;
    }
    long number =
        kinds
            .get(code + "|" + address + "|" + client, unknown -> new AtomicLong())
            .incrementAndGet();
    if (Long.bitCount(number) != 1) {
      return;
    }
    Map<String, String> details = new LinkedHashMap<>();
    details.put("code", code.name().toLowerCase(Locale.ROOT));
    details.put("address", address);
    details.put("number", String.valueOf(number));
    String actor = client == null ? "unknown" : "client:" + client;
    write(new AuditEvent(action, actor, client, null, CorrelationId.current(), details));
  }

  private static @Nullable AuditAction action(ErrorCode code) {
    return switch (code) {
      case UNAUTHENTICATED -> AuditAction.LOGIN_REFUSED;
      case FORBIDDEN -> AuditAction.ACCESS_REFUSED;
      case RATE_LIMITED, TOO_MANY_SESSIONS, FRAME_LIMIT, USER_LOCKED -> AuditAction.LIMIT_REACHED;
      default -> null;
    };
  }

  private void write(AuditEvent event) {
    if (!room.tryConsume(1) || !writers.tryAcquire()) {
      leftOut.incrementAndGet();
      return;
    }
    long missing = leftOut.getAndSet(0);
    if (missing > 0) {
      event.details().put("left_out_before", String.valueOf(missing));
    }
    background.execute(() -> {
      try {
        audit.accept(event);
      } catch (FacedeskException e) {
        leftOut.addAndGet(1 + missing);
        LOG.warn("[{}] a refusal is not in the audit trail", event.correlationId(), e);
      } finally {
        writers.release();
      }
    });
  }
}
