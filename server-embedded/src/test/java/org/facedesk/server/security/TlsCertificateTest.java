package org.facedesk.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsCertificateTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;

  @Test
  void theStationsOwnNamesItInTheCertificate() throws Exception {
    TlsCertificate made =
        new SelfSignedCertificate(folder).loadOrMake(Set.of("desk.local", "10.0.0.7", "::1"), NOW);
    X509Certificate certificate = (X509Certificate) made.chain().getFirst();
    assertThat(certificate.getSubjectAlternativeNames())
        .extracting(name -> String.valueOf(name.get(1)))
        .containsExactlyInAnyOrder("desk.local", "10.0.0.7", "0:0:0:0:0:0:0:1");
    assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
    assertThat(made.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
  }

  @Test
  void theStationsOwnStaysTheSameUntilItsEndIsNear() {
    SelfSignedCertificate own = new SelfSignedCertificate(folder);
    String first = own.loadOrMake(Set.of("localhost"), NOW).fingerprint();
    assertThat(own.loadOrMake(Set.of("localhost"), NOW.plus(Duration.ofDays(700))).fingerprint())
        .isEqualTo(first);
    assertThat(own.loadOrMake(Set.of("localhost"), NOW.plus(Duration.ofDays(800))).fingerprint())
        .isNotEqualTo(first);
  }

  @Test
  void anOperatorsOwnIsReadFromPem() throws Exception {
    TlsCertificate made = new SelfSignedCertificate(folder).loadOrMake(Set.of("localhost"), NOW);
    Path certificates = folder.resolve("chain.pem");
    Path key = folder.resolve("key.pem");
    Files.writeString(certificates, pem(made.chain()));
    Files.writeString(key, pem(List.of(new JcaPKCS8Generator(made.key(), null))));
    TlsCertificate read = TlsCertificate.fromPem(certificates, key);
    assertThat(read.fingerprint()).isEqualTo(made.fingerprint());
    assertThat(read.key()).isEqualTo(made.key());
    assertThat(read.context().getProtocol()).isEqualTo("TLS");
  }

  @Test
  void anOperatorsOwnIsReadFromPkcs12WithItsPasswordAlone() throws Exception {
    TlsCertificate made = new SelfSignedCertificate(folder).loadOrMake(Set.of("localhost"), NOW);
    char[] password = "of the key store".toCharArray();
    Path file = folder.resolve("store.p12");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("desk", made.key(), password, made.chain().toArray(Certificate[]::new));
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password);
    }
    assertThat(TlsCertificate.fromPkcs12(file, password)).isEqualTo(made);
    assertThatExceptionOfType(FacedeskException.class)
        .isThrownBy(() -> TlsCertificate.fromPkcs12(file, "another".toCharArray()))
        .extracting(FacedeskException::code)
        .isEqualTo(ErrorCode.SETTINGS_INVALID);
  }

  private static String pem(List<?> objects) throws Exception {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      for (Object object : objects) {
        writer.writeObject(object);
      }
    }
    return text.toString();
  }
}
