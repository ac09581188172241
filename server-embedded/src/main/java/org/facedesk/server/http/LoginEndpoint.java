package org.facedesk.server.http;

import java.util.Map;
import org.facedesk.protocol.ClientLogin;
import org.facedesk.protocol.ClientToken;
import org.facedesk.server.security.AccessTokens;
import org.facedesk.server.security.CredentialLayer;
import org.facedesk.server.security.SecurityTrail;
import org.facedesk.store.ClientRecord;

/** {@code POST /api/core/auth/client/}: an API key and its secret for an access token. */
public final class LoginEndpoint implements Endpoint {
  private final CredentialLayer credentials;
  private final AccessTokens tokens;
  private final SecurityTrail trail;
  private final Map<String, Boolean> features;
  private final Map<String, Integer> rateLimits;

  public LoginEndpoint(
      CredentialLayer credentials,
      AccessTokens tokens,
      SecurityTrail trail,
      Map<String, Boolean> features,
      Map<String, Integer> rateLimits) {
    this.credentials = credentials;
    this.tokens = tokens;
    this.trail = trail;
    this.features = Map.copyOf(features);
    this.rateLimits = Map.copyOf(rateLimits);
  }

  @Override
  public Answer answer(Call call) {
    ClientLogin login = call.body(ClientLogin.class);
    ClientRecord client = credentials.login(call.exchange(), login.apiKey(), login.apiSecret());
    trail.loggedIn(client, call.peer().address());
    AccessTokens.Issued issued = tokens.issue(client);
    return Answer.ok(
        ClientToken.jwt(
            client.clientId(),
            client.name(),
            issued.token(),
            AccessTokens.LIFETIME.toSeconds(),
            issued.expiresAt(),
            features,
            rateLimits));
  }
}
