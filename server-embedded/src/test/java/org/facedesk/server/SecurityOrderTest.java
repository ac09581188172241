package org.facedesk.server;

import static org.facedesk.server.Station.assertError;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.facedesk.protocol.WireFormat;
import org.facedesk.server.ServerSettings.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The order of the security layers: of several reasons to refuse a request the answer names that of
 * the outermost layer, and the layers within have not been asked.
 */
class SecurityOrderTest {
  private static final String OPENING = "/api/auth/authentication/";
  private static final String NOBODYS = "/api/auth/sessions/sess_whatever/cancel/";

  @TempDir Path folder;

  private Station station(Limits limits) {
    return new Station(ServerSettings.of("127.0.0.1", 0, folder).withLimits(limits));
  }

  /** Larger than any body may be there. */
  private static HttpRequest.Builder tooLarge(HttpRequest.Builder request) {
    return request
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(new byte[WireFormat.MAX_BODY + 1]));
  }

  private static HttpRequest.Builder fromAnotherSite(HttpRequest.Builder request) {
    return request.header("Origin", "https://evil.example");
  }

  @Test
  void howManyRequestsAnAddressSendsIsAskedBeforeWhichPageSendsThem() {
    try (Station station = station(new Limits(100, 1, 100))) {
      assertError(station.send(fromAnotherSite(station.request("/health/"))), 403, "FORBIDDEN");
      assertError(station.send(fromAnotherSite(station.request("/health/"))), 429, "RATE_LIMITED");
    }
  }

  @Test
  void whichPageItIsIsAskedBeforeWhichClient() {
    try (Station station = new Station(folder)) {
      assertError(
          station.send(fromAnotherSite(tooLarge(station.request(OPENING)))), 403, "FORBIDDEN");
    }
  }

  @Test
  void whichClientItIsIsAskedBeforeWhatItSends() {
    try (Station station = new Station(folder)) {
      assertError(station.send(tooLarge(station.request(OPENING))), 401, "UNAUTHENTICATED");
      assertError(
          station.send(tooLarge(station.request(OPENING).header("X-API-Key", "guess"))),
          401,
          "UNAUTHENTICATED");
    }
  }

  @Test
  void howMuchAClientAsksIsAskedBeforeWhatItSends() {
    try (Station station = station(new Limits(1, 100, 100))) {
      assertError(station.send(tooLarge(station.asDesk(OPENING))), 413, "MESSAGE_TOO_LARGE");
      assertError(station.send(tooLarge(station.asDesk(OPENING))), 429, "RATE_LIMITED");
    }
  }

  @Test
  void whatItSendsIsAskedBeforeWhoseTheSessionIs() {
    try (Station station = new Station(folder)) {
      assertError(station.send(tooLarge(station.asDesk(NOBODYS))), 413, "MESSAGE_TOO_LARGE");
      assertError(station.post(NOBODYS, "{}"), 404, "SESSION_NOT_FOUND");
    }
  }
}
