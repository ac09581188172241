package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which API client is asking: {@code Authorization: Bearer <api key or JWT>}, {@code Authorization:
 * JWT <jwt>} or {@code X-API-Key: <api key>}. Whoever keeps guessing, from one address or around
 * one key, is shut out for longer and longer.
 */
public final class CredentialLayer implements SecurityLayer {
  private static final AttachmentKey<ClientRecord> CLIENT =
      AttachmentKey.create(ClientRecord.class);

  /** Longer than any key or token of ours; nothing longer is even hashed. */
  private static final int LONGEST = 4096;

  private static final Duration LONGEST_FOR_ADDRESS = Duration.ofMinutes(5);

  /** Shorter: the one who holds the right key has to wait, too. */
  private static final Duration LONGEST_FOR_KEY = Duration.ofMinutes(1);

  /** What of a key names it without giving it away: {@code fk_} and 54 of its 256 bits. */
  private static final int PREFIX = 12;

  private final ClientDirectory directory;
  private final AccessTokens tokens;
  private final FailedLogins byAddress;
  private final FailedLogins byPrefix;

  /**
   * @param freeFailures wrong credentials before delays begin, for each address and each key
   */
  public CredentialLayer(ClientDirectory directory, AccessTokens tokens, int freeFailures) {
    this.directory = directory;
    this.tokens = tokens;
    this.byAddress = new FailedLogins(freeFailures, LONGEST_FOR_ADDRESS);
    this.byPrefix = new FailedLogins(freeFailures, LONGEST_FOR_KEY);
  }

  /** The client this layer let in. */
  public static ClientRecord client(HttpServerExchange exchange) {
    ClientRecord client = exchange.getAttachment(CLIENT);
    if (client == null) {
      throw new IllegalStateException("this route has no credential layer");
    }
    return client;
  }

  @Override
  public void check(HttpServerExchange exchange) {
    ClientRecord client =
        guarded(
            exchange,
            exchange.getRequestHeaders().contains(Headers.AUTHORIZATION)
                || exchange.getRequestHeaders().contains("X-API-Key"),
            presentedKey(exchange),
            () -> identify(exchange),
            "The API key or access token is missing or not valid.");
    OriginLayer.admit(exchange, client);
    exchange.putAttachment(CLIENT, client);
  }

  /** The client of an exchange, if a layer has let one in. */
  public static @Nullable ClientRecord known(HttpServerExchange exchange) {
    return exchange.getAttachment(CLIENT);
  }

  /**
   * A login, under the same count of failures.
   *
   * @throws FacedeskException UNAUTHENTICATED, RATE_LIMITED
   */
  public ClientRecord login(
      HttpServerExchange exchange, @Nullable String apiKey, @Nullable String secret) {
    String key = usable(apiKey);
    String proof = usable(secret);
    ClientRecord client =
        guarded(
            exchange,
            key != null || proof != null,
            key,
            () ->
                key == null || proof == null
                    ? Optional.empty()
                    : directory.byApiKeyAndSecret(key, proof),
            "The API key and secret do not belong together.");
    OriginLayer.admit(exchange, client);
    exchange.putAttachment(CLIENT, client);
    return client;
  }

  private ClientRecord guarded(
      HttpServerExchange exchange,
      boolean presented,
      @Nullable String key,
      Supplier<Optional<ClientRecord>> look,
      String refusal) {
    String network = Peer.of(exchange).network();
    String prefix = key == null || key.length() <= PREFIX ? null : key.substring(0, PREFIX);
    byAddress.require(network);
    if (prefix != null) {
      byPrefix.require(prefix);
    }
    Optional<ClientRecord> client = look.get();
    if (client.isEmpty()) {
      if (presented) {
        byAddress.failed(network); // who shows nothing guesses nothing
      }
      if (prefix != null) {
        byPrefix.failed(prefix);
      }
      throw new FacedeskException(ErrorCode.UNAUTHENTICATED, refusal);
    }
    if (prefix != null) {
      byPrefix.succeeded(prefix);
    }
    return client.get();
  }

  /** The API key of a request; null if it brings a token, or nothing. */
  private static @Nullable String presentedKey(HttpServerExchange exchange) {
    Shown shown = Shown.in(exchange);
    return shown.token() ? null : usable(shown.value());
  }

  private Optional<ClientRecord> identify(HttpServerExchange exchange) {
    Shown shown = Shown.in(exchange);
    return shown.token() ? byToken(String.valueOf(shown.value())) : byKey(shown.value());
  }

  /**
   * What a request shows.
   *
   * @param token whether it is a JWT
   * @param value null for nothing that is known here
   */
  private record Shown(boolean token, @Nullable String value) {
    /** Another scheme is for whoever stands before the station, and leaves the key as it is. */
    static Shown in(HttpServerExchange exchange) {
      String authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
      int space = authorization == null ? -1 : authorization.indexOf(' ');
      if (authorization != null && space >= 0) {
        String value = authorization.substring(space + 1).strip();
        switch (authorization.substring(0, space).toLowerCase(Locale.ROOT)) {
          case "bearer" -> {
            return new Shown(isJwt(value), value);
          }
          case "jwt" -> {
            return new Shown(true, value);
          }
          default -> {}
        }
      }
      return new Shown(false, exchange.getRequestHeaders().getFirst("X-API-Key"));
    }
  }

  private Optional<ClientRecord> byKey(@Nullable String sent) {
    String key = usable(sent);
    return key == null ? Optional.empty() : directory.byApiKey(key);
  }

  private Optional<ClientRecord> byToken(String sent) {
    String token = usable(sent);
    return token == null
        ? Optional.empty()
        : tokens
            .holder(token)
            .flatMap(holder -> directory.byId(holder.client()).filter(holder::is));
  }

  /** A JWT has two dots; an API key has none. */
  private static boolean isJwt(String value) {
    return value.chars().filter(c -> c == '.').count() == 2;
  }

  private static @Nullable String usable(@Nullable String sent) {
    return sent == null || sent.isBlank() || sent.length() > LONGEST ? null : sent.strip();
  }
}
