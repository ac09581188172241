package org.facedesk.server.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormDataParser;
import io.undertow.server.handlers.form.FormEncodedDataDefinition;
import io.undertow.server.handlers.form.FormParserFactory;
import io.undertow.server.handlers.form.MultiPartParserDefinition;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.protocol.ClientMessage;
import org.facedesk.protocol.WireFormat;
import org.facedesk.server.security.InputLayer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form, which may come wherever JSON may: with files (multipart) or without (URL-encoded).
 * Nothing of it is ever written to disk.
 */
public final class Form {
  /** The kinds of body that are forms. */
  public static final List<String> MEDIA_TYPES =
      List.of("multipart/form-data", "application/x-www-form-urlencoded");

  /** What is no text in JSON; a form holds it as the text of that JSON. */
  private static final Set<String> STRUCTURED = Set.of("metadata", "require_liveness");

  private static final FormParserFactory PARSERS = inMemory();

  private final FormData fields;

  private Form(FormData fields) {
    this.fields = fields;
  }

  static boolean sentBy(Call call) {
    String type = call.exchange().getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    return type != null && MEDIA_TYPES.stream().anyMatch(type.toLowerCase(Locale.ROOT)::startsWith);
  }

  /**
   * @param reader takes out what it needs; the form is gone when this returns
   * @throws FacedeskException INVALID_REQUEST, MESSAGE_TOO_LARGE
   */
  static <T> T read(Call call, Function<Form, T> reader) {
    HttpServerExchange exchange = call.exchange();
    exchange.setMaxEntitySize(InputLayer.limit(exchange)); // one that does not say its length
    try (FormDataParser parser = PARSERS.createParser(exchange)) {
      if (parser == null) {
        throw new FacedeskException(ErrorCode.INVALID_REQUEST, "The form has no boundary.");
      }
      return reader.apply(new Form(parsed(parser)));
    } catch (RequestTooBigException | MultiPartParserDefinition.FileTooLargeException e) {
      throw new FacedeskException(ErrorCode.MESSAGE_TOO_LARGE, "The body is too large.", e);
    } catch (IOException e) {
      throw new FacedeskException(ErrorCode.INVALID_REQUEST, "The form cannot be read.", e);
    }
  }

  private static FormData parsed(FormDataParser parser) throws IOException {
    try {
      return parser.parseBlocking();
    } catch (RuntimeException e) { // too many fields, an unknown charset, a stray %: bare ones
      throw new FacedeskException(ErrorCode.INVALID_REQUEST, "The form cannot be read.", e);
    }
  }

  boolean has(String name) {
    return fields.contains(name);
  }

  /** Null if it is not there, or is a file. */
  @Nullable String text(String name) {
    FormData.FormValue value = fields.getFirst(name);
    return value == null || value.isFileItem() ? null : value.getValue();
  }

  /**
   * The same as JSON, for bodies without pictures.
   *
   * @throws FacedeskException INVALID_REQUEST
   */
  ObjectNode json(WireFormat format) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (String name : fields) {
      if (name.startsWith("{")) { // what some programs say of every body they send
        throw new FacedeskException(
            ErrorCode.INVALID_REQUEST, "JSON is sent with Content-Type: application/json.");
      }
      String text = text(name);
      if (text != null && STRUCTURED.contains(name)) {
        if (!text.isBlank()) {
          object.set(name, format.read(structured(name, text), JsonNode.class));
        }
      } else if (text != null) {
        object.put(name, text);
      }
    }
    return object;
  }

  /** Python writes its truth values with a capital letter. */
  private static String structured(String name, String text) {
    return name.equals("metadata") ? text : text.toLowerCase(Locale.ROOT);
  }

  /**
   * A picture, as a file or as text in base64.
   *
   * @return null if it is not there or empty
   * @throws FacedeskException INVALID_IMAGE, IMAGE_TOO_LARGE
   */
  byte @Nullable [] picture(String name) {
    FormData.FormValue value = fields.getFirst(name);
    if (value == null) {
      return null;
    }
    if (!value.isFileItem()) {
      return value.getValue().isEmpty() ? null : ClientMessage.picture(value.getValue());
    }
    try (InputStream in = value.getFileItem().getInputStream()) {
      byte[] bytes = in.readNBytes(WireFormat.MAX_IMAGE + 1);
      if (bytes.length > WireFormat.MAX_IMAGE) {
        throw new FacedeskException(ErrorCode.IMAGE_TOO_LARGE, "The image is larger than 1 MiB.");
      }
      return bytes.length == 0 ? null : bytes;
    } catch (IOException e) {
      throw new FacedeskException(ErrorCode.INVALID_REQUEST, "The form cannot be read.", e);
    }
  }

  private static FormParserFactory inMemory() {
    MultiPartParserDefinition files = new MultiPartParserDefinition();
    files.setFileSizeThreshold(Long.MAX_VALUE);
    files.setFieldSizeThreshold(Long.MAX_VALUE);
    files.setDefaultEncoding("UTF-8");
    FormEncodedDataDefinition plain = new FormEncodedDataDefinition();
    plain.setDefaultEncoding("UTF-8");
    return FormParserFactory.builder(false).addParsers(files, plain).build();
  }
}
