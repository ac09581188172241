package org.facedesk.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds what a station really says against its own documents. The tests' clients pass every answer
 * and every message through here, so that each of those tests is one of the documents, too.
 */
public final class Conformance {
  private static final JsonMapper JSON = new JsonMapper();
  private static final ObjectNode REST = OpenApiDocument.make();
  private static final ObjectNode SOCKET = AsyncApiDocument.make(Map.of());
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

  /** No operation says of itself what holds for every address. */
  private static final List<Integer> EVERYWHERE = List.of(404, 405);

  private Conformance() {}

  /** That an answer is one of those the document has for its address, in the form it says. */
  public static void check(
      String method, String rawPath, int status, Optional<String> mediaType, String body) {
    ObjectNode operation = operation(method, rawPath);
    if (operation == null) {
      return; // an address that does not exist, or not for this method
    }
    String where = method + " " + operation.path("operationId").asString() + " → " + status;
    JsonNode reply = operation.path("responses").path(String.valueOf(status));
    if (reply.isMissingNode() && EVERYWHERE.contains(status)) {
      reply = REST.at("/components/responses/Error" + status);
    }
    assertThat(reply.isMissingNode()).as(where + " is described").isFalse();
    if (reply.has("$ref")) {
      reply = REST.at(reply.get("$ref").asString().substring(1));
    }
    JsonNode content = reply.path("content");
    if (content.isMissingNode()) {
      assertThat(body).as(where).isEmpty();
      return;
    }
    String type = mediaType.orElse("").split(";", 2)[0];
    assertThat(content.has(type)).as(where + " of type " + type).isTrue();
    if (type.equals("application/json")) {
      conforms(where, REST, content.get(type).get("schema"), JSON.readTree(body));
    }
  }

  /** That a message of the station is one of those the document has. */
  public static void check(JsonNode message) {
    String type = message.path("type").asString();
    JsonNode payload = SOCKET.at("/components/messages/" + type + "/payload");
    assertThat(payload.isMissingNode()).as("message " + type + " is described").isFalse();
    conforms("message " + type, SOCKET, payload, message);
  }

  /** That a value fits a schema of a document. */
  static void check(JsonNode document, JsonNode schema, JsonNode value) {
    conforms("example", (ObjectNode) document, schema, value);
  }

  private static void conforms(String where, ObjectNode document, JsonNode schema, JsonNode value) {
    Schema compiled =
        COMPILED.computeIfAbsent(
            System.identityHashCode(document) + schema.toString(),
            key -> compile(document, schema));
    List<Error> errors = compiled.validate(value);
    assertThat(errors).as(where + ": " + value).isEmpty();
  }

  private static Schema compile(ObjectNode document, JsonNode schema) {
    ObjectNode whole = JSON.createObjectNode();
    whole.set("components", document.get("components"));
    whole.putArray("allOf").add(schema);
    return REGISTRY.getSchema(whole);
  }

  /** Which operation answers a path, or null. */
  private static @Nullable ObjectNode operation(String method, String rawPath) {
    String path = rawPath.endsWith("/") ? rawPath : rawPath + "/";
    String name = method.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, JsonNode> entry : REST.get("paths").properties()) {
      String template =
          List.of(entry.getKey().split("(?=\\{)|(?<=})")).stream()
              .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
              .reduce("", String::concat);
      if (path.matches(template) && entry.getValue().get(name) instanceof ObjectNode found) {
        return found;
      }
    }
    return null;
  }
}
