package org.facedesk.server.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormDataParser;
import io.undertow.server.handlers.form.FormParserFactory;
import io.undertow.server.handlers.form.MultiPartParserDefinition;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Function;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.protocol.ClientMessage;
import org.facedesk.protocol.WireFormat;
import org.facedesk.server.security.InputLayer;
import org.jspecify.annotations.Nullable;

/** A form with files. Nothing of it is ever written to disk. */
final class MultipartForm {
  private static final FormParserFactory FORMS = inMemory();

  private final FormData fields;

  private MultipartForm(FormData fields) {
    this.fields = fields;
  }

  static boolean sentBy(Call call) {
    String type = call.exchange().getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /**
   * @param reader takes out what it needs; the form is gone when this returns
   * @throws FacedeskException INVALID_REQUEST, MESSAGE_TOO_LARGE
   */
  static <T> T read(Call call, Function<MultipartForm, T> reader) {
    HttpServerExchange exchange = call.exchange();
    exchange.setMaxEntitySize(InputLayer.limit(exchange)); // one that does not say its length
    try (FormDataParser parser = FORMS.createParser(exchange)) {
      if (parser == null) {
        throw new FacedeskException(ErrorCode.INVALID_REQUEST, "The form has no boundary.");
      }
      return reader.apply(new MultipartForm(parser.parseBlocking()));
    } catch (RequestTooBigException | MultiPartParserDefinition.FileTooLargeException e) {
      throw new FacedeskException(ErrorCode.MESSAGE_TOO_LARGE, "The body is too large.", e);
    } catch (IOException e) {
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
    MultiPartParserDefinition definition = new MultiPartParserDefinition();
    definition.setFileSizeThreshold(Long.MAX_VALUE);
    definition.setFieldSizeThreshold(Long.MAX_VALUE);
    definition.setDefaultEncoding("UTF-8");
    return FormParserFactory.builder(false).addParser(definition).build();
  }
}
