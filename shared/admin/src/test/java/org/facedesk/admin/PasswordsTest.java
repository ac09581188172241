package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords = new Passwords(64, 1);

  @Test
  void aHashKnowsItsPasswordAndNoOther() {
    String hash = passwords.hash("pässwörd \uD83D\uDE00".toCharArray());
    assertThat(passwords.matches("pässwörd \uD83D\uDE00".toCharArray(), hash)).isTrue();
    assertThat(passwords.matches("passwörd \uD83D\uDE00".toCharArray(), hash)).isFalse();
  }

  @Test
  void theSamePasswordIsNeverHashedAlike() {
    assertThat(passwords.hash("abc".toCharArray()))
        .isNotEqualTo(passwords.hash("abc".toCharArray()));
  }

  /** A hash of the reference implementation's command line: {@code argon2 -id -t 2 -m 16 -p 1}. */
  @Test
  void hashesOfTheReferenceImplementationAreUnderstood() {
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(passwords.matches("password".toCharArray(), reference)).isTrue();
    assertThat(passwords.matches("passwore".toCharArray(), reference)).isFalse();
    assertThat(passwords.outdated(reference)).isTrue();
  }

  @Test
  void whatIsNoHashMatchesNothing() {
    assertThat(passwords.matches("abc".toCharArray(), "")).isFalse();
    assertThat(passwords.matches("abc".toCharArray(), "$argon2id$v=19$m=9999999,t=1,p=1$AA$AA"))
        .isFalse();
  }

  @Test
  void theStationsParametersAreAtLeastWhatOwaspAsks() {
    assertThat(Passwords.DEFAULT.memoryKib()).isGreaterThanOrEqualTo(19 * 1024);
    assertThat(Passwords.DEFAULT.passes()).isGreaterThanOrEqualTo(2);
    assertThat(Passwords.DEFAULT.hash("abc".toCharArray()))
        .startsWith("$argon2id$v=19$m=38912,t=2");
  }
}
