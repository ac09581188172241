package org.facedesk.server;

import io.undertow.server.HttpHandler;
import java.util.List;
import java.util.Map;
import org.facedesk.protocol.WireFormat;
import org.facedesk.server.http.Answer;
import org.facedesk.server.http.AuthenticationEndpoint;
import org.facedesk.server.http.EnrollmentEndpoint;
import org.facedesk.server.http.LoginEndpoint;
import org.facedesk.server.http.ProcessImageEndpoint;
import org.facedesk.server.http.Router;
import org.facedesk.server.http.SessionEndpoints;
import org.facedesk.server.http.StationEndpoints;
import org.facedesk.server.http.StationPage;
import org.facedesk.server.http.WebsocketUrls;
import org.facedesk.server.security.AccessTokens;
import org.facedesk.server.security.ClientLimitLayer;
import org.facedesk.server.security.CredentialLayer;
import org.facedesk.server.security.InputLayer;
import org.facedesk.server.security.LocalOrClientLayer;
import org.facedesk.server.security.PageLayer;
import org.facedesk.server.security.RateLimits;
import org.facedesk.server.security.SecurityChain;
import org.facedesk.server.security.SecurityLayer;
import org.facedesk.server.ws.OpenSockets;
import org.facedesk.server.ws.RestSessions;

/** The table of what can be asked for, and by whom. */
final class Routes {
  private final ServerPorts ports;
  private final WireFormat format;
  private final AccessTokens tokens;
  private final RateLimits perClient;
  private final CredentialLayer credentials;

  Routes(ServerPorts ports, ServerSettings.Limits limits, WireFormat format) {
    this.ports = ports;
    this.format = format;
    this.tokens = new AccessTokens(ports.tokenKey(), ports.clock());
    this.perClient = new RateLimits(limits.perClient(), "requests of one client");
    this.credentials =
        new CredentialLayer(
            ports.clients(),
            tokens,
            new RateLimits(limits.failedLogins(), "failed logins from one address"));
  }

  HttpHandler router(WebsocketUrls urls, OpenSockets sockets, RestSessions restSessions) {
    InputLayer json = new InputLayer(WireFormat.MAX_BODY, List.of("application/json"));
    SecurityLayer anyone = json;
    SecurityLayer client = SecurityChain.of(credentials, new ClientLimitLayer(perClient), json);
    SecurityLayer picture =
        SecurityChain.of(
            credentials, // how often is the session's own rule
            new InputLayer(
                WireFormat.MAX_MESSAGE, List.of("application/json", "multipart/form-data")));
    SecurityLayer local = SecurityChain.of(new LocalOrClientLayer(credentials), json);

    LoginEndpoint login = new LoginEndpoint(credentials, tokens, features(), rateLimits());
    SessionEndpoints session = new SessionEndpoints(ports.sessions(), sockets::cancelled);
    StationEndpoints station = new StationEndpoints(ports.probe(), ports.sessions(), ports.clock());

    Router router = new Router(format);
    SecurityLayer page = SecurityChain.of(anyone, new PageLayer());
    StationPage.parts().forEach(part -> router.on("GET", part.path(), page, part.endpoint()));
    return router
        .on("POST", "/api/core/auth/client", anyone, login)
        .on("POST", "/api/auth/client", anyone, login)
        .on("POST", "/api/auth/enrollment", client, new EnrollmentEndpoint(ports.sessions(), urls))
        .on(
            "POST",
            "/api/auth/authentication",
            client,
            new AuthenticationEndpoint(ports.sessions(), urls))
        .on("POST", "/api/auth/process-image", picture, new ProcessImageEndpoint(restSessions))
        .on("GET", "/api/auth/sessions/{token}", client, session::view)
        .on("GET", "/api/auth/sessions/{token}/status", client, session::view)
        .on("POST", "/api/auth/sessions/{token}/cancel", client, session::cancel)
        .on("GET", "/health", anyone, station::health)
        .on("GET", "/api/core/health", anyone, station::health)
        .on("GET", "/api/core/status", anyone, station::status)
        .on("GET", "/api/core/info", anyone, station::info)
        .on(
            "GET",
            "/metrics",
            local,
            call -> new Answer(200, "text/plain; version=0.0.4", ports.metrics().scrape()));
  }

  private static Map<String, Boolean> features() {
    return Map.of("enrollment", true, "verification", true, "identification", true);
  }

  private Map<String, Integer> rateLimits() {
    return Map.of("requests_per_minute", perClient.perMinute(), "frames_per_second", 10);
  }
}
