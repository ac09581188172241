package org.facedesk.store.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Seal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StationKeyTest {
  private static final byte[] PLAIN = "a face, as 128 numbers".getBytes(StandardCharsets.UTF_8);

  private final Seal key = new StationKey(secret(1));

  private static byte[] secret(int value) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) value);
    return secret;
  }

  private static void assertRefused(Seal seal, String context, byte[] box) {
    assertThatThrownBy(() -> seal.open(context, box))
        .isInstanceOfSatisfying(
            FacedeskException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.STATION_KEY_INVALID));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 512, 100_000})
  void whatIsSealedIsOpenedAgain(int length) {
    byte[] plain = new byte[length];
    Arrays.fill(plain, (byte) 7);
    byte[] box = key.seal("template:1", plain);
    assertThat(box).hasSize(length + 29);
    assertThat(key.open("template:1", box)).isEqualTo(plain);
  }

  @Test
  void theSameIsNeverSealedAlike() {
    assertThat(key.seal("template:1", PLAIN)).isNotEqualTo(key.seal("template:1", PLAIN));
  }

  @Test
  void everyFlippedBitIsNoticed() {
    byte[] box = key.seal("template:1", PLAIN);
    for (int bit = 0; bit < box.length * 8; bit++) {
      byte[] changed = box.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertRefused(key, "template:1", changed);
    }
  }

  @Test
  void everyTruncationIsNoticed() {
    byte[] box = key.seal("template:1", PLAIN);
    for (int length = 0; length < box.length; length++) {
      assertRefused(key, "template:1", Arrays.copyOf(box, length));
    }
  }

  @Test
  void aBoxDoesNotOpenInAnotherContextOrUnderAnotherKey() {
    byte[] box = key.seal("template:1", PLAIN);
    assertRefused(key, "template:2", box);
    assertRefused(key, "", box);
    assertRefused(new StationKey(secret(2)), "template:1", box);
  }

  @Test
  void theBoxIsWhatItsDescriptionSays() throws Exception {
    // HKDF-SHA-256 of 32 bytes 0x01 without salt, info "facedesk sealing v1" (Python cryptography)
    byte[] derived =
        HexFormat.of().parseHex("2e2a53b212ad2ba851f48ec101483c2f8361c84a3da8ddea93b6621708637ddc");
    byte[] box = key.seal("template:1", PLAIN);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(derived, "AES"),
        new GCMParameterSpec(128, box, 1, 12));
    cipher.updateAAD("\u0001template:1".getBytes(StandardCharsets.UTF_8));
    assertThat(cipher.doFinal(box, 13, box.length - 13)).isEqualTo(PLAIN);
  }

  @Test
  void lookupsAreTheSameEveryTimeAndApartByPurposeValueAndKey() {
    byte[] lookup = key.lookup("api-key", "fk_1");
    // HMAC-SHA-256 under the second derived key (Python cryptography)
    assertThat(lookup)
        .isEqualTo(
            HexFormat.of()
                .parseHex("ae0d60d3216755e0fa7e7774a93dfdc52d2b522e4b7139c58a09447a9e780963"));
    assertThat(new StationKey(secret(1)).lookup("api-key", "fk_1")).isEqualTo(lookup);
    assertThat(key.lookup("api-key", "fk_2")).isNotEqualTo(lookup);
    assertThat(key.lookup("api-keyf", "k_1")).isNotEqualTo(lookup);
    assertThat(new StationKey(secret(2)).lookup("api-key", "fk_1")).isNotEqualTo(lookup);
  }

  @Test
  void aSecretOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> new StationKey(new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
