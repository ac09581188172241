package org.facedesk.faiss;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativesTest {

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Faiss.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static Map<String, String> sums(String platform) throws IOException {
    Map<String, String> sums = new LinkedHashMap<>();
    new String(resource(platform + "/SHA256SUMS"), UTF_8)
        .lines()
        .map(line -> line.split(" +", 2))
        .forEach(parts -> sums.put(parts[1], parts[0]));
    return sums;
  }

  @ParameterizedTest
  @ValueSource(strings = "linux-x86_64")
  void each_library_in_the_jar_has_the_sum_that_was_recorded(String platform)
      throws IOException, NoSuchAlgorithmException {
    Map<String, String> sums = sums(platform);

    assertThat(sums).hasSize(2);
    for (Map.Entry<String, String> sum : sums.entrySet()) {
      assertThat(sha256(resource(platform + "/" + sum.getKey())))
          .as(sum.getKey())
          .isEqualTo(sum.getValue());
    }
  }

  @Test
  void the_library_does_not_tell_where_it_was_built() throws IOException {
    String text = new String(resource("linux-x86_64/libjnifaiss.so"), ISO_8859_1);

    assertThat(text).contains("faiss/impl/index_read.cpp");
    assertThat(text).doesNotContainPattern("/(home|root|tmp|build|Users)/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOTICE.txt", "FAISS-MIT.txt", "GPL-3.0.txt", "GCC-exception-3.1.txt"})
  void the_licences_are_in_the_jar(String name) throws IOException {
    assertThat(resource("/META-INF/licenses/faiss/" + name)).isNotEmpty();
  }
}
