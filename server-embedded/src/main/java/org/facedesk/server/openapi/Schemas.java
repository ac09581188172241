package org.facedesk.server.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.facedesk.protocol.Field;
import org.facedesk.protocol.Page;
import org.facedesk.protocol.ServerMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Wire records as JSON schemas (draft 2020-12). What is nullable in Java is absent from answers,
 * unless its record says that it always stands there; in requests null means the same as absence.
 */
final class Schemas {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** By name, in the order they were asked for. */
  private final ObjectNode all = JSON.objectNode();

  /** Which way a record goes. */
  enum Direction {
    REQUEST,
    ANSWER
  }

  ObjectNode all() {
    return all;
  }

  /** A reference to the record's schema, which is written if it is not there yet. */
  ObjectNode of(Class<?> record, Direction direction) {
    String name = name(record);
    if (!all.has(name)) {
      all.set(name, JSON.objectNode()); // holds the place, records may contain themselves
      all.set(name, object(record, direction));
    }
    return reference(name);
  }

  /**
   * A request that needs more, or less, than its record says for all its uses.
   *
   * @param needs fields that have to be there and may not be null
   * @param without fields that have no place in it
   */
  ObjectNode request(Class<?> record, List<String> needs, List<String> without) {
    if (needs.isEmpty() && without.isEmpty()) {
      return of(record, Direction.REQUEST);
    }
    ObjectNode schema = object(record, Direction.REQUEST);
    ObjectNode properties = schema.withObject("/properties");
    without.forEach(properties::remove);
    for (String need : needs) {
      schema.withArray("/required").add(need);
      if (properties.path(need).get("type") instanceof ArrayNode types) {
        types.removeIf(type -> type.asString().equals("null"));
      }
    }
    return schema;
  }

  /** Whether an object of this schema has fields that must be there. */
  boolean needsAny(ObjectNode schema) {
    return !resolved(schema).path("required").isEmpty();
  }

  /** What a reference refers to; anything else is that itself. */
  ObjectNode resolved(ObjectNode schema) {
    String name = schema.path("$ref").asString("");
    return name.isEmpty()
        ? schema
        : all.withObject("/" + name.substring(name.lastIndexOf('/') + 1));
  }

  /** A request's field in a form: not null, and a text where a text or a number may stand. */
  static ObjectNode asText(ObjectNode field) {
    if (field.get("oneOf") instanceof ArrayNode either
        && either.get(0) instanceof ObjectNode some) {
      return some; // the other is null
    }
    ObjectNode text = field.deepCopy();
    if (text.get("enum") instanceof ArrayNode values) {
      values.removeIf(JsonNode::isNull);
    }
    if (text.get("type") instanceof ArrayNode types) {
      text.put("type", types.get(0).asString());
    }
    return text;
  }

  /** A page of these. */
  ObjectNode pageOf(Class<?> entry) {
    String name = "PageOf" + name(entry);
    if (!all.has(name)) {
      ObjectNode page = object(Page.class, Direction.ANSWER);
      ObjectNode results = page.withObject("/properties/results");
      results.removeAll().put("type", "array").set("items", of(entry, Direction.ANSWER));
      all.set(name, page);
    }
    return reference(name);
  }

  /** One of all the messages the station sends over a WebSocket. */
  ObjectNode anyMessage() {
    ArrayNode kinds = JSON.arrayNode();
    messageTypes().forEach((type, record) -> kinds.add(message(type, record)));
    ObjectNode schema = JSON.objectNode();
    schema.set("oneOf", kinds);
    return schema;
  }

  /** A message of this type. */
  ObjectNode message(String type, Class<?> record) {
    String name = name(record);
    if (!all.has(name)) {
      ObjectNode schema = object(record, Direction.ANSWER);
      ObjectNode properties = JSON.objectNode();
      properties.putObject("type").put("const", type);
      properties.setAll(schema.withObject("/properties"));
      schema.set("properties", properties);
      ArrayNode required = JSON.arrayNode().add("type");
      required.addAll(schema.withArray("/required"));
      schema.set("required", required);
      all.set(name, schema);
    }
    return reference(name);
  }

  /** The types of message the station sends, and their records. */
  static Map<String, Class<?>> messageTypes() {
    JsonSubTypes types = ServerMessage.class.getAnnotation(JsonSubTypes.class);
    Map<String, Class<?>> byName = new java.util.LinkedHashMap<>();
    for (JsonSubTypes.Type type : types.value()) {
      byName.put(type.name(), type.value());
    }
    return byName;
  }

  private ObjectNode object(Class<?> record, Direction direction) {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JSON.arrayNode();
    for (RecordComponent component : record.getRecordComponents()) {
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      boolean always = alwaysThere(record, component);
      @Nullable Field field = component.getAnnotation(Field.class);
      boolean needed =
          direction == Direction.ANSWER ? !nullable || always : field != null && field.required();
      boolean mayBeNull =
          nullable && (direction == Direction.ANSWER ? always : !needed && !anyJson(component));
      ObjectNode property = type(component.getGenericType(), direction);
      if (field != null) {
        refine(property, field, component.getType());
      }
      properties.set(wireName(component.getName()), mayBeNull ? orNull(property) : property);
      if (needed) {
        required.add(wireName(component.getName()));
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema;
  }

  private static boolean anyJson(RecordComponent component) {
    return component.getType() == JsonNode.class;
  }

  private static boolean alwaysThere(Class<?> record, RecordComponent component) {
    JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
    JsonInclude whole = record.getAnnotation(JsonInclude.class);
    JsonInclude which = own == null ? whole : own;
    return which != null && which.value() == JsonInclude.Include.ALWAYS;
  }

  private ObjectNode type(Type type, Direction direction) {
    ObjectNode schema = JSON.objectNode();
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      if (generic.getRawType() == List.class) {
        schema.put("type", "array").set("items", type(last, direction));
      } else {
        schema.put("type", "object").set("additionalProperties", type(last, direction));
      }
    } else if (type == String.class && direction == Direction.REQUEST) {
      schema.putArray("type").add("string").add("integer"); // as WireFormat reads it
    } else if (type == String.class) {
      schema.put("type", "string");
    } else if (type == UUID.class) {
      schema.put("type", "string").put("format", "uuid");
    } else if (type == Instant.class) {
      schema.put("type", "string").put("format", "date-time");
    } else if (type == int.class || type == Integer.class) {
      schema.put("type", "integer").put("format", "int32");
    } else if (type == long.class || type == Long.class) {
      schema.put("type", "integer").put("format", "int64");
    } else if (type == double.class || type == Double.class) {
      schema.put("type", "number");
    } else if (type == boolean.class || type == Boolean.class) {
      schema.put("type", "boolean");
    } else if (type instanceof Class<?> record && record.isRecord()) {
      return of(record, direction);
    }
    return schema; // anything else may be any JSON
  }

  private static void refine(ObjectNode schema, Field field, Class<?> type) {
    if (!field.value().isEmpty()) {
      schema.put("description", field.value());
    }
    if (field.json().length == 1) {
      schema.put("type", field.json()[0]);
    } else if (field.json().length > 1) {
      ArrayNode types = schema.putArray("type");
      List.of(field.json()).forEach(types::add);
    }
    if (field.oneOf().length > 0) {
      ArrayNode values = schema.putArray("enum");
      List.of(field.oneOf()).forEach(values::add);
    }
    boolean text = type == String.class;
    if (field.min() != Integer.MIN_VALUE) {
      schema.put(text ? "minLength" : "minimum", field.min());
    }
    if (field.max() != Integer.MAX_VALUE) {
      schema.put(text ? "maxLength" : "maximum", field.max());
    }
    if (!field.pattern().isEmpty()) {
      schema.put("pattern", field.pattern());
    }
    if (!field.example().isEmpty()) {
      schema.putArray("examples").add(MAPPER.readTree(field.example()));
    }
  }

  private static ObjectNode orNull(ObjectNode schema) {
    JsonNode type = schema.get("type");
    if (type == null) {
      if (!schema.has("$ref")) {
        return schema; // any JSON, null as well
      }
      ObjectNode either = JSON.objectNode();
      either.putArray("oneOf").add(schema).add(JSON.objectNode().put("type", "null"));
      return either;
    }
    Set<String> types = new LinkedHashSet<>();
    if (type.isArray()) {
      type.forEach(one -> types.add(one.asString()));
    } else {
      types.add(type.asString());
    }
    types.add("null");
    ArrayNode both = schema.putArray("type");
    types.forEach(both::add);
    if (schema.get("enum") instanceof ArrayNode values) {
      values.addNull();
    }
    return schema;
  }

  private static ObjectNode reference(String name) {
    return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  private static String name(Class<?> record) {
    Class<?> outer = record.getDeclaringClass();
    boolean own = outer == null || outer.isInterface();
    return own ? record.getSimpleName() : name(outer) + record.getSimpleName();
  }

  private static String wireName(String component) {
    return component.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
