package org.facedesk.server.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.facedesk.core.ErrorCode;
import org.facedesk.protocol.ErrorBody;
import org.facedesk.protocol.Refusal;
import org.facedesk.server.openapi.Schemas.Direction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** REST as an OpenAPI 3.1 document. */
public final class OpenApiDocument {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> PICTURES = Set.of("image", "old_profile_photo", "profile_image");
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private static final String ABOUT =
      """
      Face enrollment and authentication. REST creates a session, a WebSocket carries its frames \
      (see /asyncapi.json), the last message says what came of it. A trailing slash makes no \
      difference. What belongs to another client answers exactly like what does not exist: 404. \
      Bodies are JSON; a form with the same fields (multipart/form-data, or URL-encoded) is read, \
      too. Every refusal has the form of Error; 405 comes with an Allow header, 429 asks to be \
      slower.
      """;

  private final Schemas schemas = new Schemas();

  private OpenApiDocument() {}

  /** The whole document, as JSON. */
  public static ObjectNode make() {
    return new OpenApiDocument().document();
  }

  /** What the document describes, as {@code METHOD /path} without the trailing slash. */
  public static List<String> described() {
    return RestOperations.all().stream()
        .map(operation ->
            operation.method() + " " + operation.path().substring(0, operation.path().length() - 1))
        .toList();
  }

  private ObjectNode document() {
    ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Facedesk")
        .put("version", "1")
        .put("description", ABOUT.strip());
    document.putArray("servers").addObject().put("url", "/");
    ObjectNode paths = document.putObject("paths");
    RestOperations.all()
        .forEach(operation ->
            object(paths, operation.path())
                .set(operation.method().toLowerCase(Locale.ROOT), describe(operation)));
    ObjectNode components = document.putObject("components");
    components.set("responses", refusals());
    components.set("schemas", schemas.all());
    components.set("securitySchemes", securitySchemes());
    return document;
  }

  private static ObjectNode object(ObjectNode parent, String name) {
    return parent.get(name) instanceof ObjectNode known ? known : parent.putObject(name);
  }

  private ObjectNode describe(Operation operation) {
    ObjectNode told =
        JSON.objectNode().put("operationId", operation.id()).put("summary", operation.summary());
    told.putArray("tags").add(operation.tag());
    ArrayNode security = told.putArray("security");
    if (operation.secured()) {
      security.addObject().putArray("ApiKey");
      security.addObject().putArray("Bearer");
      security.addObject().putArray("JWT");
    }
    parameters(operation, told);
    if (operation.body() != null) {
      body(operation.body(), told.putObject("requestBody"));
    }
    ObjectNode responses = told.putObject("responses");
    operation
        .replies()
        .forEach((status, reply) -> {
          ObjectNode response =
              responses.putObject(status.toString()).put("description", reply.description());
          if (reply.mediaType() != null) {
            response
                .putObject("content")
                .putObject(reply.mediaType())
                .set("schema", reply.schema().apply(schemas));
          }
        });
    links(operation, responses);
    operation.errors().stream()
        .filter(status -> !operation.replies().containsKey(status))
        .forEach(status -> refer(responses, status));
    refer(responses, 500);
    return told;
  }

  /** What is made with a 201 can be asked for. */
  private static void links(Operation operation, ObjectNode responses) {
    for (Link link : Link.ALL) {
      if (link.from().equals(operation.id()) && responses.get("201") instanceof ObjectNode made) {
        object(made, "links")
            .putObject(link.to())
            .put("operationId", link.to())
            .putObject("parameters")
            .put(link.parameter(), "$response.body#" + link.field());
      }
    }
  }

  private static void refer(ObjectNode responses, int status) {
    responses
        .putObject(String.valueOf(status))
        .put("$ref", "#/components/responses/Error" + status);
  }

  private static void parameters(Operation operation, ObjectNode told) {
    ArrayNode parameters = JSON.arrayNode();
    Matcher names = PARAMETER.matcher(operation.path());
    while (names.find()) {
      ObjectNode parameter =
          parameters
              .addObject()
              .put("name", names.group(1))
              .put("in", "path")
              .put("required", true);
      ObjectNode schema = parameter.putObject("schema").put("type", "string");
      if (names.group(1).equals("id")) {
        schema.put("format", "uuid");
      }
    }
    if (operation.paged()) {
      ObjectNode page = parameters.addObject().put("name", "page").put("in", "query");
      page.put("description", "1 is the first.");
      page.putObject("schema").put("type", "integer").put("minimum", 1).put("maximum", 9_999_999);
    }
    if (!parameters.isEmpty()) {
      told.set("parameters", parameters);
    }
  }

  private void body(Operation.Body read, ObjectNode body) {
    ObjectNode schema = schemas.request(read.type(), read.needs(), read.without());
    body.put("required", schemas.needsAny(schema));
    ObjectNode content = body.putObject("content");
    content.putObject("application/json").set("schema", schema);
    content.putObject("multipart/form-data").set("schema", form(schema));
  }

  /**
   * A form has the fields of the JSON, of which none is null, and files for pictures. One without
   * any field cannot be read: there is nothing between its boundaries.
   */
  private ObjectNode form(ObjectNode json) {
    ObjectNode form = schemas.resolved(json).deepCopy().put("minProperties", 1);
    ObjectNode fields = form.withObject("/properties");
    for (String name : List.copyOf(fields.propertyNames())) {
      if (PICTURES.contains(name)) {
        file(fields, name);
      } else if (fields.get(name) instanceof ObjectNode field) {
        fields.set(name, Schemas.asText(field));
      }
    }
    return form;
  }

  private static void file(ObjectNode fields, String name) {
    fields
        .putObject(name)
        .put("type", "string")
        .put("format", "binary")
        .put("description", "A JPEG or PNG file of at most 1 MiB.");
  }

  /** One answer for each status, with the codes it may have. */
  private ObjectNode refusals() {
    TreeMap<Integer, List<ErrorCode>> byStatus =
        Arrays.stream(ErrorCode.values())
            .collect(Collectors.groupingBy(Refusal::statusOf, TreeMap::new, Collectors.toList()));
    ObjectNode refusals = JSON.objectNode();
    byStatus.forEach((status, codes) -> {
      ObjectNode refusal = refusals.putObject("Error" + status);
      refusal.put(
          "description",
          codes.stream()
              .map(code -> code.name() + ": " + code.remedy())
              .collect(Collectors.joining(" · ")));
      ObjectNode schema =
          refusal.putObject("content").putObject("application/json").putObject("schema");
      schema.putArray("allOf").add(schemas.of(ErrorBody.class, Direction.ANSWER));
      ArrayNode names = schema.putObject("properties").putObject("code").putArray("enum");
      codes.forEach(code -> names.add(code.name()));
    });
    return refusals;
  }

  private static ObjectNode securitySchemes() {
    ObjectNode schemes = JSON.objectNode();
    schemes.putObject("ApiKey").put("type", "apiKey").put("in", "header").put("name", "X-API-Key");
    schemes
        .putObject("Bearer")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "An API key, or a JWT.");
    schemes
        .putObject("JWT")
        .put("type", "apiKey")
        .put("in", "header")
        .put("name", "Authorization")
        .put("description", "JWT <token>");
    return schemes;
  }
}
