package org.facedesk.server.openapi;

import java.util.Map;
import org.facedesk.protocol.ClientMessage;
import org.facedesk.server.openapi.Schemas.Direction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The WebSocket as an AsyncAPI 3 document. */
public final class AsyncApiDocument {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String CHANNEL = "#/channels/frames";

  private final Schemas schemas = new Schemas();
  private final ObjectNode messages = JSON.objectNode();
  private final ObjectNode channelMessages = JSON.objectNode();

  private AsyncApiDocument() {}

  /**
   * The whole document, as JSON.
   *
   * @param closeCodes what each code means that the station closes a socket with
   */
  public static ObjectNode make(Map<Integer, String> closeCodes) {
    return new AsyncApiDocument().document(closeCodes);
  }

  private ObjectNode document(Map<Integer, String> closeCodes) {
    ObjectNode document = JSON.objectNode().put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "Facedesk frames")
        .put("version", "1")
        .put(
            "description",
            "A session's frames, and what the station says to each. The session comes from REST, see /openapi.json.");
    ObjectNode channel = document.putObject("channels").putObject("frames");
    channel.put("address", "/ws/auth/process-image/{session_token}/");
    channel.put("description", closing(closeCodes));
    channel
        .putObject("parameters")
        .putObject("session_token")
        .put("description", "The session's token, its only credential here.");
    ObjectNode operations = document.putObject("operations");
    ArrayNode received = operation(operations, "clientSends", "receive");
    received.add(client("frame", schemas.of(ClientMessage.Fields.class, Direction.REQUEST)));
    received.add(client("ping", ping()));
    received.add(picture());
    ArrayNode sent = operation(operations, "stationSends", "send");
    Schemas.messageTypes()
        .forEach((type, record) -> sent.add(message(type, schemas.message(type, record))));
    channel.set("messages", channelMessages);
    ObjectNode components = document.putObject("components");
    components.set("messages", messages);
    components.set("schemas", schemas.all());
    return document;
  }

  private static String closing(Map<Integer, String> closeCodes) {
    StringBuilder text =
        new StringBuilder(
            "The handshake is always accepted; what is wrong is said in an error message before the close. Close codes:");
    closeCodes.forEach(
        (code, meaning) -> text.append(' ').append(code).append(' ').append(meaning).append(';'));
    text.setCharAt(text.length() - 1, '.');
    return text.toString();
  }

  private static ArrayNode operation(ObjectNode operations, String name, String action) {
    ObjectNode operation = operations.putObject(name).put("action", action);
    operation.putObject("channel").put("$ref", CHANNEL);
    return operation.putArray("messages");
  }

  private ObjectNode client(String type, ObjectNode payload) {
    return message("client_" + type, payload);
  }

  private ObjectNode message(String name, ObjectNode payload) {
    messages
        .putObject(name)
        .put("name", name)
        .put("contentType", "application/json")
        .set("payload", payload);
    return linked(name);
  }

  private ObjectNode picture() {
    String name = "client_picture";
    messages
        .putObject(name)
        .put("name", name)
        .put("contentType", "image/jpeg")
        .put("summary", "A binary message: the bytes of a JPEG or PNG file are a frame, too.")
        .putObject("payload")
        .put("type", "string")
        .put("format", "binary");
    return linked(name);
  }

  private ObjectNode linked(String name) {
    channelMessages.putObject(name).put("$ref", "#/components/messages/" + name);
    return JSON.objectNode().put("$ref", CHANNEL + "/messages/" + name);
  }

  private static ObjectNode ping() {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    schema.putObject("properties").putObject("type").put("const", "ping");
    schema.putArray("required").add("type");
    return schema;
  }
}
