package org.facedesk.desktop.launch;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.settings.Setting;
import org.facedesk.core.settings.StationSettings;
import org.facedesk.server.ServerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where and how the server listens. */
final class ServerOptions {
  static final int USUAL_PORT = 8765;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Address to listen on (default: 127.0.0.1, this machine only).")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 0 picks a free one (default: 8765).")
  private int port = USUAL_PORT;

  @Option(
      names = "--tls",
      negatable = true,
      description = "HTTPS and WSS; by default on, except on a loopback address.")
  private @Nullable Boolean tls;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description =
          "PKCS#12 key store (password in FACEDESK_CERTIFICATE_PASSWORD), or PEM certificates with --key; default:"
              + " a certificate that the station makes for itself.")
  private @Nullable Path certificate;

  @Option(names = "--key", paramLabel = "FILE", description = "The PEM key of --certificate.")
  private @Nullable Path key;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "What clients call this station by, if a proxy stands before it.")
  private @Nullable String publicUrl;

  @Option(
      names = "--known-users-only",
      description =
          "Refuse to enroll a user_id that was not created before (POST /api/clients/users/); by default enrolling"
              + " creates the user.")
  private boolean knownUsersOnly;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      split = ",",
      description = "Another name that clients call this station by; may be given more than once.")
  private Set<String> names = new LinkedHashSet<>();

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS",
      split = ",",
      description =
          "A proxy that is believed about its callers (X-Forwarded-For, -Proto, -Host); may be given more than once.")
  private Set<String> trustedProxies = new LinkedHashSet<>();

  /** What these options say of settings, whoever set them. */
  Map<Setting, String> given() {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    given.put(Setting.HOST, host);
    given.put(Setting.PORT, Integer.toString(checkedPort()));
    given.put(Setting.TLS, tls == null ? "" : tls.toString());
    given.put(Setting.KNOWN_USERS_ONLY, Boolean.toString(knownUsersOnly));
    return given;
  }

  /** What these options say, with what the settings say in place of it. */
  ServerSettings settings(Path dataFolder, StationSettings.Server live) {
    return ServerSettings.of(live.host(), live.port(), dataFolder)
        .withTls(encryption(live.encrypted().orElse(null)))
        .withPublicUrl(publicUrl)
        .withNames(names)
        .withTrustedProxies(trustedProxies);
  }

  /** What these options say, for a station with this data folder. */
  ServerSettings settings(Path dataFolder) {
    return ServerSettings.of(host, checkedPort(), dataFolder)
        .withTls(encryption(tls))
        .withPublicUrl(publicUrl)
        .withNames(names)
        .withTrustedProxies(trustedProxies);
  }

  private ServerSettings.Tls encryption(@Nullable Boolean wanted) {
    if (certificate != null && !Boolean.FALSE.equals(wanted)) {
      return key != null
          ? new ServerSettings.Tls.Pem(certificate, key)
          : new ServerSettings.Tls.Pkcs12(
              certificate,
              System.getenv().getOrDefault("FACEDESK_CERTIFICATE_PASSWORD", "").toCharArray());
    }
    if (wanted == null) {
      return new ServerSettings.Tls.Automatic();
    }
    return wanted ? new ServerSettings.Tls.SelfSigned() : new ServerSettings.Tls.Off();
  }

  /** The port, if it is one. */
  int checkedPort() {
    if (port < 0 || port > 65535) {
      throw new FacedeskException(
          ErrorCode.SETTINGS_INVALID, "--port must lie between 0 and 65535");
    }
    return port;
  }
}
