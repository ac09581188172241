package org.facedesk.server.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.facedesk.store.ClientRecord;

/** Makes and reads the JWTs that stand for an API client for an hour. Safe for many threads. */
public final class AccessTokens {
  public static final Duration LIFETIME = Duration.ofHours(1);

  private static final String ISSUER = "facedesk";
  private static final String AUDIENCE = "facedesk-api";
  private static final String GENERATION = "gen";

  private final byte[] key;
  private final InstantSource clock;

  /**
   * @param key 32 bytes or more, the same as long as issued tokens shall hold
   */
  public AccessTokens(byte[] key, InstantSource clock) {
    if (key.length < 32) {
      throw new IllegalArgumentException("HS256 needs a key of 32 bytes or more");
    }
    this.key = key.clone();
    this.clock = clock;
  }

  /** A signed token, and when it ends. */
  public record Issued(String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "Issued[…]";
    }
  }

  public Issued issue(ClientRecord client) {
    Instant now = clock.instant();
    Instant end = now.plus(LIFETIME);
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build(),
            new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(client.id().toString())
                .claim("client_id", client.clientId())
                .claim(GENERATION, client.generation())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(end))
                .jwtID(UUID.randomUUID().toString())
                .build());
    try {
      jwt.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new AssertionError("HS256 cannot refuse a key of this length", e);
    }
    return new Issued(jwt.serialize(), end);
  }

  /**
   * Whom a token was issued to.
   *
   * @param generation of the client's credentials at that time
   */
  public record Holder(UUID client, int generation) {
    /** Whether this is that client, with the credentials it still has. */
    public boolean is(ClientRecord record) {
      return record.id().equals(client) && record.generation() == generation;
    }
  }

  /**
   * Whom a token was issued to, if it is one of ours and its time is not up. Whether that client is
   * still active, and {@link Holder#is the same}, is for the caller to look up.
   */
  public Optional<Holder> holder(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
          || !jwt.verify(new MACVerifier(key))) {
        return Optional.empty();
      }
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      Date end = claims.getExpirationTime();
      boolean valid =
          ISSUER.equals(claims.getIssuer())
              && List.of(AUDIENCE).equals(claims.getAudience())
              && end != null
              && clock.instant().isBefore(end.toInstant());
      Integer generation = claims.getIntegerClaim(GENERATION);
      return valid && generation != null
          ? Optional.of(new Holder(UUID.fromString(claims.getSubject()), generation))
          : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
