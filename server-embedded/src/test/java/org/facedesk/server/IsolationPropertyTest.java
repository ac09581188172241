package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.facedesk.admin.CreatedClient;
import org.facedesk.core.SecureTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Two clients, whatever they have: neither sees or touches what is the other's, nor can it tell a
 * foreign object from none: the answer is the same, and so is the way to it, question by question
 * to the store, so that the time it takes tells nothing, either. Walks every route there is; one
 * with a parameter that is not known here fails.
 */
class IsolationPropertyTest {
  private static @Nullable RealStation started;
  private static @Nullable Path folder;
  private static final WatchedStore ASKED = new WatchedStore();

  @BeforeContainer
  static void start() throws IOException {
    folder = Files.createTempDirectory("isolation");
    started = new RealStation(folder, ASKED::around);
  }

  @AfterContainer
  static void stop() throws IOException {
    station().close();
    try (Stream<Path> files = Files.walk(java.util.Objects.requireNonNull(folder))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static RealStation station() {
    return java.util.Objects.requireNonNull(started);
  }

  /** One line of the table of routes. */
  private record Address(String method, String template) {
    static Address of(String line) {
      int space = line.indexOf(' ');
      return new Address(line.substring(0, space), line.substring(space + 1));
    }
  }

  /**
   * What one client has.
   *
   * @param users their ids
   * @param sessions whether each user has a session begun, too
   */
  record Holding(Set<String> users, boolean sessions) {}

  @Provide
  Arbitrary<Holding> holdings() {
    Arbitrary<String> user = Arbitraries.of("ada", "bob", "eve", "Zoë", "o'hara", "100%", "a b");
    return Combinators.combine(user.set().ofMinSize(1).ofMaxSize(3), Arbitraries.of(true, false))
        .as(Holding::new);
  }

  /** What a client's objects are called in addresses. */
  private record Objects(List<String> users, List<String> enrollments, List<String> tokens) {}

  @Property(tries = 12)
  void anotherClientsObjectsAreLikeNone(
      @ForAll("holdings") Holding ours, @ForAll("holdings") Holding theirs) {
    CreatedClient us = station().newClient("us");
    CreatedClient them = station().newClient("them");
    make(us, ours);
    Objects foreign = make(them, theirs);
    Map<String, String> before = everything(them, foreign);

    for (Address route : station().server.addresses().stream().map(Address::of).toList()) {
      if (!route.template().startsWith("/api/") || isPublic(route)) {
        continue;
      }
      List<String> names = parameters(route.template());
      if (names.isEmpty()) {
        seesNothingOf(us, route, foreign, ours);
      } else {
        for (String value : values(names, foreign, ours)) {
          looksLikeNone(us, route, names.getFirst(), value);
        }
      }
    }
    namedInTheBody(us, foreign, ours);

    assertThat(everything(them, foreign)).isEqualTo(before);
  }

  /** Makes the users, and a session for each if there are to be any. */
  private static Objects make(CreatedClient client, Holding holding) {
    List<String> users = new ArrayList<>(holding.users());
    List<String> enrollments = new ArrayList<>();
    List<String> tokens = new ArrayList<>();
    for (String user : users) {
      JsonNode begun =
          send(client, "POST", "/api/auth/enrollment/", "{\"user_id\":\"" + user + "\"}").json();
      enrollments.add(begun.path("enrollment_id").asString());
      String token = begun.path("session_token").asString();
      if (holding.sessions()) {
        tokens.add(token);
      } else {
        send(client, "POST", "/api/auth/sessions/" + token + "/cancel/", "");
        tokens.add(token);
      }
    }
    return new Objects(users, enrollments, tokens);
  }

  private static RealStation.Reply send(
      CreatedClient client, String method, String path, String body) {
    HttpRequest.Builder request = station().request(path);
    boolean empty = body.isEmpty() || method.equals("GET");
    if (!empty) {
      request.header("Content-Type", "application/json");
    }
    return station()
        .send(
            client,
            request.method(
                method, empty ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  /** Everything a client can read of what it has. */
  private static Map<String, String> everything(CreatedClient client, Objects objects) {
    Map<String, String> seen = new TreeMap<>();
    objects.users().forEach(user -> read(seen, client, "/api/clients/users/" + encoded(user)));
    objects.enrollments().forEach(id -> read(seen, client, "/api/auth/enrollments/" + id));
    objects.tokens().forEach(token -> read(seen, client, "/api/auth/sessions/" + token));
    read(seen, client, "/api/clients/users/");
    read(seen, client, "/api/auth/enrollments/");
    return seen;
  }

  private static void read(Map<String, String> seen, CreatedClient client, String path) {
    RealStation.Reply reply = send(client, "GET", path, "");
    assertThat(reply.status()).as(path).isEqualTo(200);
    seen.put(path, reply.text());
  }

  private static boolean isPublic(Address route) {
    return route.template().startsWith("/api/core/") || route.template().equals("/api/auth/client");
  }

  private static List<String> parameters(String template) {
    return Stream.of(template.split("/"))
        .filter(part -> part.startsWith("{"))
        .map(part -> part.substring(1, part.length() - 1))
        .toList();
  }

  /** The other's objects of the kind a route asks for, those excepted that we have alike. */
  private static List<String> values(List<String> names, Objects foreign, Holding ours) {
    return switch (names.getFirst()) {
      case "token" -> foreign.tokens();
      case "external_user_id" ->
          foreign.users().stream().filter(user -> !ours.users().contains(user)).toList();
      case "id" -> foreign.enrollments();
      default -> fail("this test does not know what {%s} stands for".formatted(names));
    };
  }

  private static String none(String name) {
    return switch (name) {
      case "token" -> SecureTokens.next("sess_");
      case "external_user_id" -> "nobody-" + UUID.randomUUID();
      default -> UUID.randomUUID().toString();
    };
  }

  private static void looksLikeNone(CreatedClient us, Address route, String name, String foreign) {
    String body = bodyFor(route.method());
    sameAnswer(
        route.toString(),
        () -> send(us, route.method(), path(route, name, foreign), body),
        () -> send(us, route.method(), path(route, name, none(name)), body));
  }

  private static void sameAnswer(
      String what, Supplier<RealStation.Reply> toTheirs, Supplier<RealStation.Reply> toNone) {
    RealStation.Reply theirs = toTheirs.get();
    RealStation.Reply none = toNone.get();
    assertThat(theirs.status()).as(what).isEqualTo(none.status()).isEqualTo(404);
    assertThat(withoutId(theirs)).as(what).isEqualTo(withoutId(none));
    assertThat(headers(theirs)).as(what).isEqualTo(headers(none));
    assertThat(way(theirs)).as(what).isNotEmpty().isEqualTo(way(none));
  }

  /** The questions to the store that an answer took. */
  private static List<String> way(RealStation.Reply reply) {
    List<String> ids = java.util.Objects.requireNonNull(reply.headers().get("x-correlation-id"));
    return ASKED.askedFor(ids.getFirst());
  }

  private static String bodyFor(String method) {
    return method.equals("PUT") || method.equals("PATCH") ? "{\"face_auth_enabled\":false}" : "";
  }

  private static String path(Address route, String name, String value) {
    return route.template().replace("{" + name + "}", encoded(value)) + "/";
  }

  private static String encoded(String value) {
    return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }

  private static String withoutId(RealStation.Reply reply) {
    return reply.text().replaceAll("\"correlation_id\":\"[^\"]*\"", "");
  }

  /** Without those that differ from one request to the next, whatever is asked for. */
  private static Map<String, List<String>> headers(RealStation.Reply reply) {
    Map<String, List<String>> headers = new TreeMap<>(reply.headers());
    headers.keySet().removeAll(Set.of("date", "x-correlation-id"));
    return headers;
  }

  /** Lists hold nothing of the other's. */
  private static void seesNothingOf(
      CreatedClient us, Address route, Objects foreign, Holding ours) {
    if (!route.method().equals("GET")) {
      return; // what they name in their bodies is looked at below
    }
    RealStation.Reply reply = send(us, "GET", route.template() + "/", "");
    assertThat(reply.status()).as("%s", route).isEqualTo(200);
    assertThat(reply.text()).as("%s", route).doesNotContain(foreign.enrollments());
    for (String user : foreign.users()) {
      if (!ours.users().contains(user)) {
        assertThat(reply.text()).as("%s", route).doesNotContain("\"" + user + "\"");
      }
    }
  }

  /** Objects that are named in a body instead of the address. */
  private static void namedInTheBody(CreatedClient us, Objects foreign, Holding ours) {
    String picture = RealStation.image(1, 1, 80);
    String frame = "{\"session_token\":\"%s\",\"image\":\"%s\"}";
    for (String token : foreign.tokens()) {
      sameAnswer(
          "a frame",
          () -> begin(us, "process-image", frame.formatted(token, picture)),
          () -> begin(us, "process-image", frame.formatted(none("token"), picture)));
    }
    String claim = "{\"user_id\":\"%s\"}";
    for (String user : foreign.users()) {
      if (!ours.users().contains(user)) {
        sameAnswer(
            "an authentication",
            () -> begin(us, "authentication", claim.formatted(user)),
            () -> begin(us, "authentication", claim.formatted("nobody")));
      }
    }
  }

  private static RealStation.Reply begin(CreatedClient us, String what, String body) {
    return send(us, "POST", "/api/auth/" + what + "/", body);
  }
}
