package org.facedesk.server.security;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.OwnerOnly;

/**
 * A certificate the station makes for itself when it has none: P-256, with the station's names,
 * kept in the data folder so that its fingerprint stays the same from start to start.
 */
public final class SelfSignedCertificate {
  private static final Duration LIFETIME = Duration.ofDays(825);
  private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

  /** The file is protected by its owner-only rights; a password beside it would protect nothing. */
  private static final char[] PASSWORD = "facedesk".toCharArray();

  private final Path file;

  /**
   * @param dataFolder exists already
   */
  public SelfSignedCertificate(Path dataFolder) {
    this.file = dataFolder.resolve("tls-self-signed.p12");
  }

  /** Where it is kept. */
  public Path file() {
    return file;
  }

  /** The one of last time, or a new one when there is none or it ends soon. */
  public TlsCertificate loadOrMake(Set<String> names, Instant now) {
    if (Files.exists(file)) {
      TlsCertificate kept = TlsCertificate.fromPkcs12(file, PASSWORD);
      if (kept.chain().getFirst() instanceof X509Certificate certificate
          && certificate.getNotAfter().toInstant().isAfter(now.plus(RENEWED_BEFORE_END))) {
        return kept;
      }
    }
    try {
      TlsCertificate made = make(names, now);
      keep(made);
      return made;
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new FacedeskException(ErrorCode.INTERNAL, "No certificate could be made.", e);
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.STORE_UNAVAILABLE, "The certificate cannot be kept in the data folder.", e);
    }
  }

  private static TlsCertificate make(Set<String> names, Instant now)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    X500Name name = new X500Name("CN=Facedesk station");
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(120, new SecureRandom()).add(BigInteger.ONE),
            Date.from(now.minus(Duration.ofHours(1))),
            Date.from(now.plus(LIFETIME)),
            name,
            pair.getPublic());
    GeneralName[] alternatives =
        names.stream().map(SelfSignedCertificate::generalName).toArray(GeneralName[]::new);
    builder
        .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives))
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .addExtension(
            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    X509Certificate certificate =
        new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    return new TlsCertificate(pair.getPrivate(), List.of(certificate));
  }

  private static GeneralName generalName(String name) {
    boolean numeric = name.indexOf(':') >= 0 || name.matches("[0-9.]+");
    return new GeneralName(numeric ? GeneralName.iPAddress : GeneralName.dNSName, name);
  }

  /** Written beside and moved into place, so that a crash leaves the old one or the new one. */
  private void keep(TlsCertificate made) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry("station", made.key(), PASSWORD, made.chain().toArray(Certificate[]::new));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    OwnerOnly.createFile(fresh);
    try (OutputStream out = Files.newOutputStream(fresh, StandardOpenOption.WRITE)) {
      store.store(out, PASSWORD);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
