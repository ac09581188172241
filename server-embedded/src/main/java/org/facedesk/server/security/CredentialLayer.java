package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.util.Locale;
import java.util.Optional;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which API client is asking: {@code Authorization: Bearer <api key or JWT>}, {@code Authorization:
 * JWT <jwt>} or {@code X-API-Key: <api key>}. An address that keeps guessing is shut out for a
 * while.
 */
public final class CredentialLayer implements SecurityLayer {
  private static final AttachmentKey<ClientRecord> CLIENT =
      AttachmentKey.create(ClientRecord.class);

  /** Longer than any key or token of ours; nothing longer is even hashed. */
  private static final int LONGEST = 4096;

  private final ClientDirectory directory;
  private final AccessTokens tokens;
  private final RateLimits failures;

  public CredentialLayer(ClientDirectory directory, AccessTokens tokens, RateLimits failures) {
    this.directory = directory;
    this.tokens = tokens;
    this.failures = failures;
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
    String address = Peer.of(exchange).address();
    failures.require(address);
    Optional<ClientRecord> client = identify(exchange);
    if (client.isEmpty()) {
      failures.count(address);
      throw new FacedeskException(
          ErrorCode.UNAUTHENTICATED, "The API key or access token is missing or not valid.");
    }
    exchange.putAttachment(CLIENT, client.get());
  }

  /**
   * A login, under the same count of failures.
   *
   * @throws FacedeskException UNAUTHENTICATED, RATE_LIMITED
   */
  public ClientRecord login(
      HttpServerExchange exchange, @Nullable String apiKey, @Nullable String secret) {
    String address = Peer.of(exchange).address();
    failures.require(address);
    String key = usable(apiKey);
    String proof = usable(secret);
    Optional<ClientRecord> client =
        key == null || proof == null ? Optional.empty() : directory.byApiKeyAndSecret(key, proof);
    if (client.isEmpty()) {
      failures.count(address);
      throw new FacedeskException(
          ErrorCode.UNAUTHENTICATED, "The API key and secret do not belong together.");
    }
    return client.get();
  }

  private Optional<ClientRecord> identify(HttpServerExchange exchange) {
    String authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    if (authorization != null) {
      int space = authorization.indexOf(' ');
      String scheme = space < 0 ? "" : authorization.substring(0, space).toLowerCase(Locale.ROOT);
      String value = authorization.substring(space + 1).strip();
      return switch (scheme) {
        case "bearer" -> isJwt(value) ? byToken(value) : byKey(value);
        case "jwt" -> byToken(value);
        default -> Optional.empty();
      };
    }
    return byKey(exchange.getRequestHeaders().getFirst("X-API-Key"));
  }

  private Optional<ClientRecord> byKey(@Nullable String sent) {
    String key = usable(sent);
    return key == null ? Optional.empty() : directory.byApiKey(key);
  }

  private Optional<ClientRecord> byToken(String sent) {
    String token = usable(sent);
    return token == null ? Optional.empty() : tokens.client(token).flatMap(directory::byId);
  }

  /** A JWT has two dots; an API key has none. */
  private static boolean isJwt(String value) {
    return value.chars().filter(c -> c == '.').count() == 2;
  }

  private static @Nullable String usable(@Nullable String sent) {
    return sent == null || sent.isBlank() || sent.length() > LONGEST ? null : sent.strip();
  }
}
