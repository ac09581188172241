package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.facedesk.core.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreLocationTest {
  @Test
  void neverShowsAPassword() {
    StoreLocation location =
        StoreLocation.parse("jdbc:postgresql://db.example:5433/faces?user=station&password=hush");
    assertThat(location.description()).isEqualTo("PostgreSQL db.example/faces");
    assertThat(location.toString()).isEqualTo("PostgreSQL db.example/faces");
  }

  @Test
  void takesUserAndPasswordFromTheAddressUnlessTheyAreGiven() {
    String url = "jdbc:postgresql://db.example/faces?user=station&password=hush";
    StoreLocation.Shared parsed = StoreLocation.parse(url);
    assertThat(parsed.userName()).isEqualTo("station");
    assertThat(parsed.passwordText()).isEqualTo("hush");
    StoreLocation.Shared given = new StoreLocation.Shared(url, "other", "secret".toCharArray());
    assertThat(given.userName()).isEqualTo("other");
    assertThat(given.passwordText()).isEqualTo("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://h/d?user=u&password=p&sslmode=require",
        "jdbc:postgresql://h/d?sslmode=require&user=u&password=p",
        "jdbc:postgresql://h/d?password=p&sslmode=require&user=u",
        "jdbc:postgresql://h/d?sslmode=require"
      })
  void goesToThePoolWithoutThem(String url) {
    assertThat(StoreLocation.parse(url).urlWithoutSecrets())
        .startsWith("jdbc:postgresql://h/d?")
        .contains("sslmode=require")
        .doesNotContain("user", "password=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "postgresql://h/d", "jdbc:mysql://h/d", "jdbc:h2:mem:x", "jdbc:postgresql:%%"})
  void isRefusedWhenItIsNoPostgresAddress(String url) {
    StoreContract.assertRefused(ErrorCode.SETTINGS_INVALID, () -> StoreLocation.parse(url));
  }

  @Test
  void ofAFolderIsH2() {
    assertThat(new StoreLocation.Embedded(Path.of("x")).description()).isEqualTo("H2");
  }
}
