package org.facedesk.server;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the server is to be reached.
 *
 * @param host name or address to listen on; {@code 0.0.0.0} for all
 * @param port 0 picks a free one
 * @param dataFolder where a self-signed certificate is kept; exists already
 * @param publicUrl what clients are told, for example {@code https://station.example}; null: what
 *     they used themselves
 * @param names names of the station besides those it finds out by itself
 * @param trustedProxies addresses whose {@code X-Forwarded-…} headers are believed
 */
public record ServerSettings(
    String host,
    int port,
    Tls tls,
    Path dataFolder,
    @Nullable String publicUrl,
    Set<String> names,
    Set<String> trustedProxies,
    Limits limits) {

  public ServerSettings {
    names = Set.copyOf(names);
    trustedProxies = Set.copyOf(trustedProxies);
  }

  /** Loopback, plain HTTP there and TLS elsewhere, and nothing special. */
  public static ServerSettings of(String host, int port, Path dataFolder) {
    return new ServerSettings(
        host, port, new Tls.Automatic(), dataFolder, null, Set.of(), Set.of(), Limits.DEFAULT);
  }

  public ServerSettings withTls(Tls other) {
    return new ServerSettings(
        host, port, other, dataFolder, publicUrl, names, trustedProxies, limits);
  }

  public ServerSettings withPublicUrl(@Nullable String other) {
    return new ServerSettings(host, port, tls, dataFolder, other, names, trustedProxies, limits);
  }

  /** Also called by these names; {@code websocket_url} may repeat them. */
  public ServerSettings withNames(Set<String> others) {
    return new ServerSettings(
        host, port, tls, dataFolder, publicUrl, others, trustedProxies, limits);
  }

  /** Believes what these addresses say of their callers ({@code X-Forwarded-*}). */
  public ServerSettings withTrustedProxies(Set<String> others) {
    return new ServerSettings(host, port, tls, dataFolder, publicUrl, names, others, limits);
  }

  public ServerSettings withLimits(Limits other) {
    return new ServerSettings(host, port, tls, dataFolder, publicUrl, names, trustedProxies, other);
  }

  /** Encryption of the wire. */
  public sealed interface Tls {
    /** None on loopback hosts, {@link SelfSigned} on others. */
    record Automatic() implements Tls {}

    /** Plain HTTP, because it was asked for. */
    record Off() implements Tls {}

    /** A certificate the station makes for itself and keeps in the data folder. */
    record SelfSigned() implements Tls {}

    /**
     * @param certificates the station's own first
     * @param key not encrypted
     */
    record Pem(Path certificates, Path key) implements Tls {}

    /** A key store; the password is not shown when printed. */
    record Pkcs12(Path file, char[] password) implements Tls {
      @Override
      public String toString() {
        return "Pkcs12[" + file + "]";
      }
    }
  }

  /**
   * How much each API client and each address may ask for a minute.
   *
   * @param perClient requests; frames over REST do not count here, they have limits of their own
   * @param perAddress requests
   * @param failedLogins failures of an address, or around one key, before delays begin
   * @param sessionsPerClient sessions begun
   * @param sessionsPerAddress sessions begun
   * @param framesPerClient frames looked at, over all its sessions
   * @param framesPerAddress frames looked at
   */
  public record Limits(
      int perClient,
      int perAddress,
      int failedLogins,
      int sessionsPerClient,
      int sessionsPerAddress,
      int framesPerClient,
      int framesPerAddress) {
    public static final Limits DEFAULT = new Limits(600, 6000, 30, 120, 240, 12_000, 24_000);

    /** These requests and failures; the rest as usual. */
    public Limits(int perClient, int perAddress, int failedLogins) {
      this(
          perClient,
          perAddress,
          failedLogins,
          DEFAULT.sessionsPerClient,
          DEFAULT.sessionsPerAddress,
          DEFAULT.framesPerClient,
          DEFAULT.framesPerAddress);
    }

    public Limits withSessions(int eachClient, int eachAddress) {
      return new Limits(
          perClient,
          perAddress,
          failedLogins,
          eachClient,
          eachAddress,
          framesPerClient,
          framesPerAddress);
    }

    public Limits withFrames(int eachClient, int eachAddress) {
      return new Limits(
          perClient,
          perAddress,
          failedLogins,
          sessionsPerClient,
          sessionsPerAddress,
          eachClient,
          eachAddress);
    }
  }

  boolean encrypted() {
    return switch (tls) {
      case Tls.Automatic automatic -> !loopback();
      case Tls.Off off -> false;
      case Tls.SelfSigned own -> true;
      case Tls.Pem pem -> true;
      case Tls.Pkcs12 store -> true;
    };
  }

  private boolean loopback() {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.equals("::1")
        || name.equals("[::1]")
        || name.matches("127(\\.\\d{1,3}){3}");
  }
}
