package org.facedesk.server;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.facedesk.protocol.WireFormat;
import org.facedesk.server.http.Answer;
import org.facedesk.server.http.AuthenticationEndpoint;
import org.facedesk.server.http.DocumentEndpoints;
import org.facedesk.server.http.EnrollmentEndpoint;
import org.facedesk.server.http.EnrollmentEndpoints;
import org.facedesk.server.http.Form;
import org.facedesk.server.http.LoginEndpoint;
import org.facedesk.server.http.ProcessImageEndpoint;
import org.facedesk.server.http.Router;
import org.facedesk.server.http.SessionEndpoints;
import org.facedesk.server.http.StationEndpoints;
import org.facedesk.server.http.StationPage;
import org.facedesk.server.http.UserEndpoints;
import org.facedesk.server.http.WebsocketUrls;
import org.facedesk.server.openapi.AsyncApiDocument;
import org.facedesk.server.openapi.OpenApiDocument;
import org.facedesk.server.security.AccessTokens;
import org.facedesk.server.security.ClientLimitLayer;
import org.facedesk.server.security.CredentialLayer;
import org.facedesk.server.security.InputLayer;
import org.facedesk.server.security.LocalOrClientLayer;
import org.facedesk.server.security.PageLayer;
import org.facedesk.server.security.RateLimits;
import org.facedesk.server.security.SecurityChain;
import org.facedesk.server.security.SecurityLayer;
import org.facedesk.server.security.SecurityTrail;
import org.facedesk.server.security.SessionLimitLayer;
import org.facedesk.server.ws.AnalysisTurn;
import org.facedesk.server.ws.CloseCode;
import org.facedesk.server.ws.OpenSockets;
import org.facedesk.server.ws.RestSessions;

/** The table of what can be asked for, and by whom. */
final class Routes {
  private static final String USERS = "/api/clients/users";
  private static final String USER = USERS + "/{external_user_id}";

  /** Of bodies. */
  private static final List<String> KINDS =
      Stream.concat(Stream.of("application/json"), Form.MEDIA_TYPES.stream()).toList();

  private final ServerPorts ports;
  private final WireFormat format;
  private final AccessTokens tokens;
  private final RateLimits perClient;
  private final SessionLimitLayer sessionLimits;
  private final CredentialLayer credentials;
  private final SecurityTrail trail;

  Routes(ServerPorts ports, ServerSettings.Limits limits, WireFormat format, SecurityTrail trail) {
    this.ports = ports;
    this.format = format;
    this.tokens = new AccessTokens(ports.tokenKey(), ports.clock());
    this.perClient = new RateLimits(limits.perClient(), "requests of one client");
    this.sessionLimits =
        new SessionLimitLayer(
            new RateLimits(limits.sessionsPerClient(), "sessions of one client"),
            new RateLimits(limits.sessionsPerAddress(), "sessions from one address"));
    this.credentials = new CredentialLayer(ports.clients(), tokens, limits.failedLogins());
    this.trail = trail;
  }

  Router router(WebsocketUrls urls, OpenSockets sockets, RestSessions restSessions) {
    InputLayer json = new InputLayer(WireFormat.MAX_BODY, KINDS);
    SecurityLayer anyone = json;
    SecurityLayer client = SecurityChain.of(credentials, new ClientLimitLayer(perClient), json);
    SecurityLayer opening = SecurityChain.of(client, sessionLimits);
    SecurityLayer picture =
        SecurityChain.of(
            credentials, // how often is the session's own rule
            new InputLayer(WireFormat.MAX_MESSAGE, KINDS));
    SecurityLayer clientWithPictures =
        SecurityChain.of(
            credentials,
            new ClientLimitLayer(perClient),
            new InputLayer(WireFormat.MAX_MESSAGE, KINDS));
    SecurityLayer local = SecurityChain.of(new LocalOrClientLayer(credentials), json);

    LoginEndpoint login = new LoginEndpoint(credentials, tokens, trail, features(), rateLimits());
    SessionEndpoints session = new SessionEndpoints(ports.sessions(), sockets::cancelled);
    UserEndpoints users =
        new UserEndpoints(
            ports.people().people(),
            ports.people().pictures(),
            new AnalysisTurn(ports.analysis()),
            urls);
    EnrollmentEndpoints enrollments = new EnrollmentEndpoints(ports.people().enrollments(), urls);
    DocumentEndpoints documents =
        new DocumentEndpoints(OpenApiDocument.make(), AsyncApiDocument.make(closeCodes()));
    StationEndpoints station = new StationEndpoints(ports.probe(), ports.sessions(), ports.clock());

    Router router = new Router(format);
    SecurityLayer page = SecurityChain.of(anyone, new PageLayer());
    StationPage.parts().forEach(part -> router.on("GET", part.path(), page, part.endpoint()));
    return router
        .on("POST", "/api/core/auth/client", anyone, login)
        .on("POST", "/api/auth/client", anyone, login)
        .on("POST", "/api/auth/enrollment", opening, new EnrollmentEndpoint(ports.sessions(), urls))
        .on(
            "POST",
            "/api/auth/authentication",
            opening,
            new AuthenticationEndpoint(ports.sessions(), urls))
        .on("POST", "/api/auth/process-image", picture, new ProcessImageEndpoint(restSessions))
        .on("GET", "/api/auth/sessions/{token}", client, session::view)
        .on("GET", "/api/auth/sessions/{token}/status", client, session::view)
        .on("POST", "/api/auth/sessions/{token}/cancel", client, session::cancel)
        .on("GET", "/api/auth/enrollments", client, enrollments::list)
        .on("GET", "/api/auth/enrollments/{id}", client, enrollments::view)
        .on("DELETE", "/api/auth/enrollments/{id}", client, enrollments::delete)
        .on("GET", USERS, client, users::list)
        .on("POST", USERS, clientWithPictures, users::create)
        .on("GET", USER, client, users::view)
        .on("PUT", USER, clientWithPictures, users::change)
        .on("PATCH", USER, clientWithPictures, users::change)
        .on("DELETE", USER, client, users::delete)
        .on("POST", USER + "/activate", client, users::activate)
        .on("POST", USER + "/deactivate", client, users::deactivate)
        .on("GET", USER + "/enrollments", client, enrollments::ofUser)
        .on("GET", USER + "/old_profile_photo", client, users::oldProfilePhoto)
        .on("GET", USER + "/profile_image", client, users::profileImage)
        .on("GET", "/health", anyone, station::health)
        .on("GET", "/api/core/health", anyone, station::health)
        .on("GET", "/api/core/status", anyone, station::status)
        .on("GET", "/api/core/info", anyone, station::info)
        .on(
            "GET",
            "/metrics",
            local,
            call -> new Answer(200, "text/plain; version=0.0.4", ports.metrics().scrape()))
        .on("GET", "/openapi.json", anyone, documents::openApi)
        .on("GET", "/asyncapi.json", anyone, documents::asyncApi)
        .on("GET", "/docs", anyone, documents::page)
        .on("GET", "/docs/{file}", anyone, documents::part);
  }

  private static Map<Integer, String> closeCodes() {
    return Arrays.stream(CloseCode.values())
        .collect(
            Collectors.toMap(
                CloseCode::number, CloseCode::meaning, (one, other) -> one, TreeMap::new));
  }

  private static Map<String, Boolean> features() {
    return Map.of("enrollment", true, "verification", true, "identification", true);
  }

  private Map<String, Integer> rateLimits() {
    return Map.of("requests_per_minute", perClient.perMinute(), "frames_per_second", 10);
  }
}
