package org.facedesk.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads and writes the protocol's JSON: snake case, unknown fields ignored, absent for null, and
 * strict where leniency would be a way in (depth, lengths, repeated names, text after the end).
 * Safe for many threads.
 */
public final class WireFormat {
  /** Bytes of a REST body. */
  public static final int MAX_BODY = 64 * 1024;

  /** Bytes of a WebSocket message, and of a REST body that carries a picture. */
  public static final int MAX_MESSAGE = 2 * 1024 * 1024;

  /** Bytes of an encoded picture. */
  public static final int MAX_IMAGE = 1024 * 1024;

  private static final int MAX_DEPTH = 16;
  private static final int MAX_NAME = 200;
  private static final int MAX_NUMBER = 64;

  private final JsonMapper mapper;

  public WireFormat() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxDocumentLength(MAX_MESSAGE)
                    .maxStringLength(MAX_MESSAGE)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    mapper =
        JsonMapper.builder(factory)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(v ->
                v.withValueInclusion(JsonInclude.Include.NON_NULL)
                    .withContentInclusion(JsonInclude.Include.ALWAYS))
            .changeDefaultNullHandling(v -> v.withContentNulls(Nulls.FAIL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            // a number may stand for a text, since ids are often numbers; nothing else is guessed
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                LogicalType.Textual,
                config ->
                    config
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(
                new SimpleModule("whole numbers")
                    .addDeserializer(
                        Integer.class, new WholeNumber<>(Integer.class, BigDecimal::intValueExact))
                    .addDeserializer(
                        Long.class, new WholeNumber<>(Long.class, BigDecimal::longValueExact)))
            .build();
  }

  /**
   * @param json UTF-8
   * @throws FacedeskException INVALID_REQUEST; its message names the field, never the value
   */
  public <T> T read(byte[] json, Class<T> type) {
    try {
      return present(mapper.readValue(json, type));
    } catch (JacksonException e) {
      throw refused(e);
    }
  }

  /**
   * @throws FacedeskException INVALID_REQUEST; its message names the field, never the value
   */
  public <T> T read(String json, Class<T> type) {
    try {
      return present(mapper.readValue(json, type));
    } catch (JacksonException e) {
      throw refused(e);
    }
  }

  public String write(Object body) {
    return mapper.writeValueAsString(body);
  }

  private static <T> T present(@org.jspecify.annotations.Nullable T value) {
    if (value == null) {
      throw new FacedeskException(ErrorCode.INVALID_REQUEST, "Expected a JSON object.");
    }
    return value;
  }

  /** Jackson's own messages quote the input, which may be personal: they are not passed on. */
  private static FacedeskException refused(JacksonException e) {
    String field = "";
    if (e instanceof DatabindException databind) {
      field =
          databind.getPath().stream()
              .map(step -> step.getPropertyName() == null ? "[]" : step.getPropertyName())
              .collect(Collectors.joining("."));
    }
    String message =
        e instanceof MismatchedInputException && !field.isEmpty()
            ? "The field " + field + " has the wrong type."
            : e instanceof MismatchedInputException
                ? "Expected a JSON object."
                : "This is not valid JSON, or it is too deep or too long.";
    return new FacedeskException(ErrorCode.INVALID_REQUEST, message);
  }
}
