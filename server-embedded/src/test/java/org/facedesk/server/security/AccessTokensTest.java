package org.facedesk.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.facedesk.server.FakeClients;
import org.facedesk.store.ClientRecord;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
  private static final byte[] KEY = new byte[32];
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private final ClientRecord client = new FakeClients().add("one").client();
  private Instant now = START;
  private final AccessTokens tokens = new AccessTokens(KEY, () -> now);

  @Test
  void nameTheirClientForAnHour() {
    AccessTokens.Issued issued = tokens.issue(client);
    assertThat(issued.expiresAt()).isEqualTo(START.plusSeconds(3600));
    now = START.plusSeconds(3599);
    assertThat(tokens.holder(issued.token()))
        .contains(new AccessTokens.Holder(client.id(), client.generation()));
    now = START.plusSeconds(3600);
    assertThat(tokens.holder(issued.token())).isEmpty();
  }

  @Test
  void areWorthNothingOnceTheCredentialsWereReplaced() {
    FakeClients clients = new FakeClients();
    FakeClients.Credentials before = clients.add("two");
    AccessTokens.Holder holder = tokens.holder(tokens.issue(before.client()).token()).orElseThrow();
    assertThat(holder.is(before.client())).isTrue();
    assertThat(holder.is(clients.rotate(before).client())).isFalse();
    assertThat(holder.is(client)).isFalse();
  }

  @Test
  void cannotBeChanged() {
    String token = tokens.issue(client).token();
    byte[] bytes = token.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    for (int i = 0; i < bytes.length - 1; i++) { // the last digit holds bits nobody reads
      byte[] changed = bytes.clone();
      changed[i] = (byte) (changed[i] == 'A' ? 'B' : 'A');
      assertThat(tokens.holder(new String(changed, java.nio.charset.StandardCharsets.US_ASCII)))
          .as("character %d", i)
          .isEmpty();
    }
  }

  @Test
  void ofAnotherKeyOrAnotherPurposeOrUnsignedAreNothing() throws Exception {
    byte[] other = new byte[32];
    Arrays.fill(other, (byte) 1);
    assertThat(tokens.holder(new AccessTokens(other, () -> now).issue(client).token())).isEmpty();
    JWTClaimsSet elsewhere =
        new JWTClaimsSet.Builder()
            .issuer("facedesk")
            .audience("elsewhere")
            .subject(client.id().toString())
            .expirationTime(Date.from(START.plusSeconds(60)))
            .build();
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), elsewhere);
    jwt.sign(new MACSigner(KEY));
    assertThat(tokens.holder(jwt.serialize())).isEmpty();
    assertThat(tokens.holder(new PlainJWT(elsewhere).serialize())).isEmpty();
    assertThat(tokens.holder("nonsense")).isEmpty();
    assertThat(tokens.holder("")).isEmpty();
  }

  @Test
  void needAKeyThatIsLongEnough() {
    assertThatThrownBy(() -> new AccessTokens(new byte[31], () -> now))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
