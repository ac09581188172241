package org.facedesk.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.facedesk.protocol.SealedResult;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResultEnvelopeTest {
  private static final String TOKEN = "sess_abc";
  private static final String TYPE = "enrollment";
  private static final String JSON = "{\"id\":\"Zoë\"}";

  private final ResultEnvelope envelope = new ResultEnvelope(new SecureRandom());
  private final EnvelopeKeys keys = EnvelopeKeys.of("key", "secret");

  static List<Vectors.Vector> vectors() {
    return Vectors.all();
  }

  @Nested
  class VectorsOfAnotherImplementation {
    static List<Vectors.Vector> vectors() {
      return Vectors.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void areOpened(Vectors.Vector vector) throws GeneralSecurityException {
      EnvelopeKeys theirs = vector.keys();
      String payload = vector.encryptedData().encryptedPayload();
      assertThat(ResultEnvelope.openPayload(theirs, vector.reading(), payload))
          .isEqualTo(vector.plainText());
      assertThat(
              ResultEnvelope.macHolds(
                  theirs,
                  vector.sessionToken(),
                  vector.sessionType(),
                  payload,
                  vector.encryptedData().mac()))
          .isTrue();
      assertThat(ResultEnvelope.openV2(theirs, vector.sessionToken(), vector.encryptedData().v2()))
          .isEqualTo(vector.plainText());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void areMadeAlikeWithTheSameRandomBytes(Vectors.Vector vector) {
      // The outer IV comes last, so a source that plays the vector's bytes back must know both.
      byte[] sealed = Base64.getDecoder().decode(vector.encryptedData().encryptedPayload());
      byte[] outerIv = java.util.Arrays.copyOf(sealed, 16);
      byte[] innerIv = innerIv(vector, sealed);
      SealedResult ours =
          new ResultEnvelope(new PlayedBack(innerIv, outerIv))
              .seal(
                  vector.keys(),
                  vector.reading(),
                  false,
                  vector.sessionToken(),
                  vector.sessionType(),
                  vector.plainText());
      assertThat(ours.encryptedPayload()).isEqualTo(vector.encryptedData().encryptedPayload());
      assertThat(ours.mac()).isEqualTo(vector.encryptedData().mac());
      assertThat(ours.key()).isEqualTo(vector.encryptedData().key());
    }

    private byte[] innerIv(Vectors.Vector vector, byte[] sealed) {
      if (vector.reading() != Reading.DOUBLE) {
        return new byte[0];
      }
      try {
        byte[] inner = Primitives.decryptCbc(vector.keys().envelopeKey(), sealed);
        return java.util.Arrays.copyOf(Base64.getDecoder().decode(inner), 16);
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void everyReadingComesBack(Reading reading) throws GeneralSecurityException {
    SealedResult sealed = envelope.seal(keys, reading, false, TOKEN, TYPE, JSON);
    assertThat(ResultEnvelope.openPayload(keys, reading, payload(sealed))).isEqualTo(JSON);
    assertThat(ResultEnvelope.openV2(keys, TOKEN, sealed.v2())).isEqualTo(JSON);
    assertThat(sealed.key()).isEqualTo(reading.wireName());
  }

  @Test
  void theSameResultNeverLooksTheSameTwice() {
    SealedResult one = envelope.seal(keys, Reading.API_KEY, false, TOKEN, TYPE, JSON);
    SealedResult two = envelope.seal(keys, Reading.API_KEY, false, TOKEN, TYPE, JSON);
    assertThat(one.encryptedPayload()).isNotEqualTo(two.encryptedPayload());
    assertThat(one.v2()).isNotEqualTo(two.v2());
  }

  @Test
  void strictModeLeavesOutCbc() throws GeneralSecurityException {
    SealedResult sealed = envelope.seal(keys, Reading.API_KEY, true, TOKEN, TYPE, JSON);
    assertThat(sealed.encryptedPayload()).isNull();
    assertThat(sealed.mac()).isNull();
    assertThat(ResultEnvelope.openV2(keys, TOKEN, sealed.v2())).isEqualTo(JSON);
  }

  @Test
  void noBitOfThePayloadCanBeFlippedUnderTheMac() {
    SealedResult sealed = envelope.seal(keys, Reading.API_KEY, false, TOKEN, TYPE, JSON);
    byte[] bytes = Base64.getDecoder().decode(payload(sealed));
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      String flipped = Base64.getEncoder().encodeToString(flip(bytes, bit));
      assertThat(ResultEnvelope.macHolds(keys, TOKEN, TYPE, flipped, mac(sealed)))
          .as("bit %d", bit)
          .isFalse();
    }
  }

  @Test
  void noBitOfTheMacCanBeFlipped() {
    SealedResult sealed = envelope.seal(keys, Reading.API_KEY, false, TOKEN, TYPE, JSON);
    byte[] bytes = Base64.getDecoder().decode(mac(sealed));
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      String flipped = Base64.getEncoder().encodeToString(flip(bytes, bit));
      assertThat(ResultEnvelope.macHolds(keys, TOKEN, TYPE, payload(sealed), flipped))
          .as("bit %d", bit)
          .isFalse();
    }
  }

  @Test
  void theMacHoldsForOneSessionOfOneTypeOnly() {
    SealedResult sealed = envelope.seal(keys, Reading.API_KEY, false, TOKEN, TYPE, JSON);
    assertThat(ResultEnvelope.macHolds(keys, TOKEN, TYPE, payload(sealed), mac(sealed))).isTrue();
    assertThat(ResultEnvelope.macHolds(keys, "sess_abd", TYPE, payload(sealed), mac(sealed)))
        .isFalse();
    assertThat(ResultEnvelope.macHolds(keys, TOKEN, "verification", payload(sealed), mac(sealed)))
        .isFalse();
  }

  @Test
  void noBitOfTheJweCanBeFlipped() {
    String v2 = envelope.seal(keys, Reading.API_KEY, false, TOKEN, TYPE, JSON).v2();
    String[] parts = v2.split("\\.", -1);
    for (int part : new int[] {0, 2, 3, 4}) {
      byte[] bytes = Base64.getUrlDecoder().decode(parts[part]);
      for (int bit = 0; bit < 8 * bytes.length; bit++) {
        String[] changed = parts.clone();
        changed[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(flip(bytes, bit));
        assertThatThrownBy(() -> ResultEnvelope.openV2(keys, TOKEN, String.join(".", changed)))
            .as("part %d bit %d", part, bit)
            .isInstanceOf(GeneralSecurityException.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void noBitOfTheTextsThemselvesCanBeFlipped(Reading reading) {
    SealedResult sealed = envelope.seal(keys, reading, false, TOKEN, TYPE, JSON);
    for (String flipped : flips(payload(sealed))) {
      assertThat(ResultEnvelope.macHolds(keys, TOKEN, TYPE, flipped, mac(sealed)))
          .as(flipped)
          .isFalse();
    }
    for (String flipped : flips(mac(sealed))) {
      assertThat(ResultEnvelope.macHolds(keys, TOKEN, TYPE, payload(sealed), flipped))
          .as(flipped)
          .isFalse();
    }
    for (String flipped : flips(sealed.v2())) {
      assertThatThrownBy(() -> ResultEnvelope.openV2(keys, TOKEN, flipped))
          .as(flipped)
          .isInstanceOf(GeneralSecurityException.class);
    }
  }

  /** The text with each of its bits flipped, as it could arrive: seven bits a character. */
  private static List<String> flips(String text) {
    return java.util.stream.IntStream.range(0, 7 * text.length())
        .mapToObj(bit -> {
          char[] characters = text.toCharArray();
          characters[bit / 7] ^= (char) (1 << bit % 7);
          return new String(characters);
        })
        .toList();
  }

  @Test
  void theJweOpensForItsOwnSessionOnly() {
    String v2 = envelope.seal(keys, Reading.API_KEY, false, TOKEN, TYPE, JSON).v2();
    assertThatThrownBy(() -> ResultEnvelope.openV2(keys, "sess_abd", v2))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> ResultEnvelope.openV2(EnvelopeKeys.of("key", "other"), TOKEN, v2))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void closedKeysAreWiped() {
    EnvelopeKeys closed = EnvelopeKeys.of("key", "secret");
    closed.close();
    assertThat(closed.envelopeKey()).containsOnly(0);
    assertThat(closed.secret()).containsOnly(0);
  }

  private static byte[] flip(byte[] bytes, int bit) {
    byte[] flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }

  private static String payload(SealedResult sealed) {
    return java.util.Objects.requireNonNull(sealed.encryptedPayload());
  }

  private static String mac(SealedResult sealed) {
    return java.util.Objects.requireNonNull(sealed.mac());
  }

  /** Hands out given bytes, one array after the other. */
  private static final class PlayedBack extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final transient java.util.ArrayDeque<byte[]> rest = new java.util.ArrayDeque<>();

    PlayedBack(byte[]... arrays) {
      for (byte[] array : arrays) {
        if (array.length > 0) {
          rest.add(array);
        }
      }
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(rest.remove(), 0, bytes, 0, bytes.length);
    }
  }
}
