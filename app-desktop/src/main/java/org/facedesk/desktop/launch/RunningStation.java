package org.facedesk.desktop.launch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.facedesk.admin.ClientChange;
import org.facedesk.admin.ClientOptions;
import org.facedesk.admin.ImportSlice;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.desktop.launch.ControlServer.ControlAnswer;
import org.facedesk.desktop.launch.ControlServer.ControlRequest;
import org.facedesk.desktop.launch.ControlServer.ControlRequest.Action;
import tools.jackson.databind.json.JsonMapper;

/** The station that is running on a data folder, as commands speak to it. */
final class RunningStation implements Administration {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final Duration SOON = Duration.ofSeconds(30);

  /** A trail of millions of entries takes minutes. */
  private static final Duration LATER = Duration.ofMinutes(30);

  private final ControlFile control;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

  private RunningStation(ControlFile control) {
    this.control = control;
  }

  /**
   * Empty when none is running there (a control file that a crash left behind counts for nothing).
   */
  static Optional<RunningStation> find(Path folder) {
    return ControlFile.read(folder).map(RunningStation::new).filter(RunningStation::answers);
  }

  private boolean answers() {
    try {
      return exchange(ControlRequest.of(Action.PING, "")).statusCode() == 200;
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return false;
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.STORE_UNAVAILABLE, "the running station does not answer", e);
    }
  }

  @Override
  public Map<String, Object> createClient(String name, ClientOptions options) {
    return ask(new ControlRequest(Action.CREATE_CLIENT, name, "", options, null)).getFirst();
  }

  @Override
  public Map<String, Object> updateClient(String clientId, ClientChange change) {
    return ask(new ControlRequest(Action.UPDATE_CLIENT, clientId, "", null, change)).getFirst();
  }

  @Override
  public Map<String, Object> rotateClient(String clientId) {
    return ask(ControlRequest.of(Action.ROTATE_CLIENT, clientId)).getFirst();
  }

  @Override
  public void unlockUser(String clientId, String userId) {
    ask(new ControlRequest(Action.UNLOCK_USER, clientId, userId, null, null));
  }

  @Override
  public List<Map<String, Object>> clients() {
    return ask(ControlRequest.of(Action.LIST_CLIENTS, ""));
  }

  @Override
  public boolean revokeClient(String clientId) {
    return Boolean.TRUE.equals(
        ask(ControlRequest.of(Action.REVOKE_CLIENT, clientId)).getFirst().get("revoked"));
  }

  @Override
  public void setWebhook(String clientId, String url) {
    ask(new ControlRequest(Action.SET_WEBHOOK, clientId, url, null, null));
  }

  @Override
  public IntFunction<ImportSlice> importPeople(Path csv) {
    return from ->
        ControlRows.slice(
            ask(
                new ControlRequest(
                    Action.IMPORT_PEOPLE, csv.toString(), Integer.toString(from), null, null)));
  }

  @Override
  public void exportPerson(String clientId, String userId, Path file) {
    String wanted = ControlRows.text(Map.of("user", userId, "file", file.toString()));
    ask(new ControlRequest(Action.EXPORT_PERSON, clientId, wanted, null, null));
  }

  @Override
  public long exportTrail(Path file) {
    return ControlRows.number(
        ask(ControlRequest.of(Action.EXPORT_AUDIT, file.toString())).getFirst().get("entries"));
  }

  @Override
  public ChainFinding verifyTrail() {
    return ControlRows.finding(ask(ControlRequest.of(Action.VERIFY_AUDIT, "")).getFirst());
  }

  @Override
  public void close() {
    http.close();
  }

  private List<Map<String, Object>> ask(ControlRequest request) {
    try {
      HttpResponse<String> response = exchange(request);
      if (response.statusCode() != 200) {
        Refusal refusal = MAPPER.readValue(response.body(), Refusal.class);
        throw new FacedeskException(ErrorCode.valueOf(refusal.code()), refusal.detail());
      }
      return MAPPER.readValue(response.body(), ControlAnswer.class).rows();
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.STORE_UNAVAILABLE, "the running station does not answer", e);
    }
  }

  private HttpResponse<String> exchange(ControlRequest request) throws IOException {
    URI address =
        URI.create(
            "http://%s:%d/"
                .formatted(InetAddress.getLoopbackAddress().getHostAddress(), control.port()));
    HttpRequest message =
        HttpRequest.newBuilder(address)
            .timeout(request.action() == Action.PING ? SOON : LATER)
            .header(ControlServer.TOKEN_HEADER, control.token())
            .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(request)))
            .build();
    try {
      return http.send(message, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private record Refusal(String code, String detail) {}
}
