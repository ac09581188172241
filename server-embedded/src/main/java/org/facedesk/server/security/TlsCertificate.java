package org.facedesk.server.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;

/**
 * The station's certificate and its key: what a browser sees, and what an operator compares.
 *
 * @param chain the station's own certificate first
 */
public record TlsCertificate(PrivateKey key, List<Certificate> chain) {
  public TlsCertificate {
    chain = List.copyOf(chain);
  }

  /**
   * @param certificates PEM, the station's own first
   * @param key PEM, not encrypted (PKCS#8, PKCS#1 or SEC1)
   * @throws FacedeskException SETTINGS_INVALID if the files cannot be read as that
   */
  public static TlsCertificate fromPem(Path certificates, Path key) {
    try {
      Collection<? extends Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificates)));
      if (chain.isEmpty()) {
        throw new GeneralSecurityException("no certificate in the file");
      }
      return new TlsCertificate(privateKey(key), List.copyOf(chain)).checked();
    } catch (IOException | GeneralSecurityException e) {
      throw invalid("The certificate or its key cannot be read as PEM.", e);
    }
  }

  /**
   * @throws FacedeskException SETTINGS_INVALID if the file or password is wrong
   */
  public static TlsCertificate fromPkcs12(Path file, char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password);
      for (String alias : java.util.Collections.list(store.aliases())) {
        if (store.getKey(alias, password) instanceof PrivateKey key) {
          return new TlsCertificate(key, List.of(store.getCertificateChain(alias))).checked();
        }
      }
      throw new GeneralSecurityException("no private key in the file");
    } catch (IOException | GeneralSecurityException e) {
      throw invalid("The PKCS#12 file cannot be opened with this password.", e);
    }
  }

  /** SHA-256 of the station's certificate, as browsers show it: {@code AB:CD:…}. */
  public String fingerprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(chain.getFirst().getEncoded());
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("a certificate that was read can be written", e);
    }
  }

  /** A server's side of TLS with this certificate. */
  public SSLContext context() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      char[] inMemoryOnly = new char[0];
      store.setKeyEntry("station", key, inMemoryOnly, chain.toArray(Certificate[]::new));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, inMemoryOnly);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw invalid("The certificate does not suit this computer's TLS.", e);
    }
  }

  /** From when it is good. */
  public Instant begins() {
    return own().getNotBefore().toInstant();
  }

  /** Until when it is good. */
  public Instant ends() {
    return own().getNotAfter().toInstant();
  }

  private X509Certificate own() {
    return (X509Certificate) chain.getFirst();
  }

  /** That the key is the certificate's: what it signs, the certificate confirms. */
  private TlsCertificate checked() throws GeneralSecurityException {
    byte[] challenge = "facedesk".getBytes(StandardCharsets.US_ASCII);
    Signature signature = Signature.getInstance(algorithm(key.getAlgorithm()));
    signature.initSign(key);
    signature.update(challenge);
    byte[] signed = signature.sign();
    signature.initVerify(chain.getFirst().getPublicKey());
    signature.update(challenge);
    if (!signature.verify(signed)) {
      throw new GeneralSecurityException("the key belongs to another certificate");
    }
    return this;
  }

  private static String algorithm(String key) {
    return switch (key) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      default -> key;
    };
  }

  private static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
    try (PEMParser parser = new PEMParser(Files.newBufferedReader(file))) {
      for (Object entry = parser.readObject(); entry != null; entry = parser.readObject()) {
        if (entry instanceof PrivateKeyInfo info) {
          return new JcaPEMKeyConverter().getPrivateKey(info);
        }
        if (entry instanceof PEMKeyPair pair) {
          return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
        }
      }
    }
    throw new GeneralSecurityException("no unencrypted private key in the file");
  }

  private static FacedeskException invalid(String message, Exception cause) {
    return new FacedeskException(ErrorCode.SETTINGS_INVALID, message, cause);
  }
}
