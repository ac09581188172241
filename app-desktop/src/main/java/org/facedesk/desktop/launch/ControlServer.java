package org.facedesk.desktop.launch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.facedesk.admin.ClientChange;
import org.facedesk.admin.ClientOptions;
import org.facedesk.core.CorrelationId;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.SecureTokens;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running station's ear for administrative commands: loopback only, behind the control file's
 * token.
 */
final class ControlServer implements AutoCloseable {
  static final String TOKEN_HEADER = "X-Station-Token";
  private static final int MAX_REQUEST = 64 * 1024;
  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Path folder;
  private final Administration administration;
  private final String token = SecureTokens.next("ctl_");
  private final HttpServer server;
  private final ExecutorService worker =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("control-", 0).factory());

  private ControlServer(Path folder, Administration administration) throws IOException {
    this.folder = folder;
    this.administration = administration;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
  }

  /** Listens, and tells where in the data folder. */
  static ControlServer start(Path folder, Administration administration) {
    try {
      ControlServer control = new ControlServer(folder, administration);
      control.server.createContext("/", control::handle);
      control.server.setExecutor(control.worker);
      control.server.start();
      new ControlFile(control.server.getAddress().getPort(), control.token).write(folder);
      return control;
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.PORT_IN_USE, "no loopback port could be opened for commands", e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String given = exchange.getRequestHeaders().getFirst(TOKEN_HEADER);
      if (given == null || !sameToken(given)) {
        exchange.sendResponseHeaders(403, -1);
        return;
      }
      byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST);
      String id = CorrelationId.next();
      Reply reply = CorrelationId.getDuring(id, () -> reply(body, id));
      byte[] answer = MAPPER.writeValueAsBytes(reply.body());
      exchange.sendResponseHeaders(reply.status(), answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private record Reply(int status, Object body) {
    static Reply refusal(int status, ErrorCode code, String detail) {
      return new Reply(status, Map.of("code", code.name(), "detail", detail));
    }
  }

  private Reply reply(byte[] body, String id) {
    try {
      return new Reply(200, perform(MAPPER.readValue(body, ControlRequest.class)));
    } catch (FacedeskException e) {
      return Reply.refusal(409, e.code(), String.valueOf(e.getMessage()));
    } catch (JacksonException e) {
      LOG.warn("A command that cannot be read was refused", e);
      return Reply.refusal(400, ErrorCode.INVALID_REQUEST, "unreadable command");
    } catch (RuntimeException e) {
      LOG.error("[{}] A command failed", id, e);
      return Reply.refusal(
          500,
          ErrorCode.INTERNAL,
          "the running station failed at it; its log says why under " + id);
    }
  }

  private boolean sameToken(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private ControlAnswer perform(ControlRequest request) {
    return switch (request.action()) {
      case PING -> new ControlAnswer(List.of());
      case CREATE_CLIENT ->
          new ControlAnswer(
              List.of(
                  administration.createClient(
                      request.argument(), Objects.requireNonNull(request.options()))));
      case UPDATE_CLIENT ->
          new ControlAnswer(
              List.of(
                  administration.updateClient(
                      request.argument(), Objects.requireNonNull(request.change()))));
      case ROTATE_CLIENT ->
          new ControlAnswer(List.of(administration.rotateClient(request.argument())));
      case UNLOCK_USER -> {
        administration.unlockUser(request.argument(), request.option());
        yield new ControlAnswer(List.of());
      }
      case LIST_CLIENTS -> new ControlAnswer(administration.clients());
      case REVOKE_CLIENT ->
          new ControlAnswer(
              List.of(Map.of("revoked", administration.revokeClient(request.argument()))));
      case IMPORT_PEOPLE ->
          new ControlAnswer(
              ControlRows.of(
                  administration
                      .importPeople(Path.of(request.argument()))
                      .apply(Integer.parseInt(request.option()))));
      case EXPORT_PERSON -> {
        Map<String, String> wanted = ControlRows.texts(request.option());
        administration.exportPerson(
            request.argument(),
            wanted.getOrDefault("user", ""),
            Path.of(wanted.getOrDefault("file", "")));
        yield new ControlAnswer(List.of());
      }
      case EXPORT_AUDIT ->
          new ControlAnswer(
              List.of(Map.of("entries", administration.exportTrail(Path.of(request.argument())))));
      case VERIFY_AUDIT -> new ControlAnswer(List.of(ControlRows.of(administration.verifyTrail())));
      case SET_WEBHOOK -> {
        administration.setWebhook(request.argument(), request.option());
        yield new ControlAnswer(List.of());
      }
    };
  }

  @Override
  public void close() {
    ControlFile.delete(folder);
    server.stop(0);
    worker.shutdown();
  }

  /**
   * What a command asks of the station.
   *
   * @param argument name or id of a client, or a file's absolute path
   * @param option id of one of its people, its webhook's address, or what else the action needs
   * @param options of a client that is to be made
   * @param change of one that is to be changed
   */
  record ControlRequest(
      Action action,
      String argument,
      String option,
      @Nullable ClientOptions options,
      @Nullable ClientChange change) {

    static ControlRequest of(Action action, String argument) {
      return new ControlRequest(action, argument, "", null, null);
    }

    enum Action {
      PING,
      CREATE_CLIENT,
      UPDATE_CLIENT,
      ROTATE_CLIENT,
      UNLOCK_USER,
      LIST_CLIENTS,
      REVOKE_CLIENT,
      SET_WEBHOOK,
      IMPORT_PEOPLE,
      EXPORT_PERSON,
      EXPORT_AUDIT,
      VERIFY_AUDIT
    }
  }

  /** The rows it answers with. */
  record ControlAnswer(List<Map<String, Object>> rows) {}
}
