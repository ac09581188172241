package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.ThrottledException;
import org.jspecify.annotations.Nullable;

/**
 * Requests each address may make, whoever they are for: so many a minute, and so many at once,
 * because a request whose body drips in keeps a place that others wait for.
 */
public final class AddressLimitLayer implements SecurityLayer {
  private static final int MOST_AT_ONCE = 32;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final RateLimits requests;
  private final Map<String, Integer> atOnce = new ConcurrentHashMap<>();

  public AddressLimitLayer(RateLimits requests) {
    this.requests = requests;
  }

  @Override
  public void check(HttpServerExchange exchange) {
    String network = Peer.of(exchange).network();
    requests.take(network);
    int now = atOnce.merge(network, 1, Integer::sum);
    exchange.addExchangeCompleteListener((ended, next) -> {
      atOnce.compute(network, (key, count) -> oneLess(count));
      next.proceed();
    });
    if (now > MOST_AT_ONCE) {
      throw new ThrottledException(
          ErrorCode.RATE_LIMITED,
          "More than %d requests at once from one address.".formatted(MOST_AT_ONCE),
          PAUSE);
    }
  }

  private static @Nullable Integer oneLess(@Nullable Integer count) {
    return count == null || count == 1 ? null : count - 1;
  }
}
