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
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.protocol.ClientMessage;
import org.facedesk.protocol.ProcessImage;
import org.facedesk.protocol.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * One frame as it comes over REST: JSON with base64, or multipart with a file. Nothing of it is
 * ever written to disk.
 *
 * @param seq the client's number for it
 * @param clientMillis the client's clock
 */
record ImageUpload(
    String sessionToken, byte[] image, @Nullable Long seq, @Nullable Long clientMillis) {

  private static final FormParserFactory FORMS = inMemory();

  /**
   * @throws FacedeskException INVALID_REQUEST, INVALID_IMAGE, IMAGE_TOO_LARGE, MESSAGE_TOO_LARGE
   */
  static ImageUpload read(Call call) {
    String type = call.exchange().getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    boolean multipart = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    return multipart ? fromForm(call.exchange()) : fromJson(call.body(ProcessImage.class));
  }

  private static ImageUpload fromJson(ProcessImage body) {
    return new ImageUpload(
        required(body.sessionToken(), "session_token"),
        ClientMessage.picture(required(body.image(), "image")),
        body.frameNumber(),
        body.timestamp() == null ? null : body.timestamp().longValue());
  }

  private static ImageUpload fromForm(HttpServerExchange exchange) {
    try (FormDataParser parser = FORMS.createParser(exchange)) {
      if (parser == null) {
        throw new FacedeskException(ErrorCode.INVALID_REQUEST, "The form has no boundary.");
      }
      FormData form = parser.parseBlocking();
      return new ImageUpload(
          required(text(form, "session_token"), "session_token"),
          picture(form),
          number(text(form, "frame_number")),
          number(text(form, "timestamp")));
    } catch (RequestTooBigException | MultiPartParserDefinition.FileTooLargeException e) {
      throw new FacedeskException(ErrorCode.MESSAGE_TOO_LARGE, "The body is too large.", e);
    } catch (IOException e) {
      throw new FacedeskException(ErrorCode.INVALID_REQUEST, "The form cannot be read.", e);
    }
  }

  private static byte[] picture(FormData form) throws IOException {
    FormData.FormValue value = form.getFirst("image");
    if (value == null) {
      throw missing("image");
    }
    if (!value.isFileItem()) {
      return ClientMessage.picture(value.getValue());
    }
    try (InputStream in = value.getFileItem().getInputStream()) {
      byte[] bytes = in.readNBytes(WireFormat.MAX_IMAGE + 1);
      if (bytes.length > WireFormat.MAX_IMAGE) {
        throw new FacedeskException(ErrorCode.IMAGE_TOO_LARGE, "The image is larger than 1 MiB.");
      }
      return bytes;
    }
  }

  private static @Nullable String text(FormData form, String name) {
    FormData.FormValue value = form.getFirst(name);
    return value == null || value.isFileItem() ? null : value.getValue();
  }

  /** A number that cannot be read is as good as none: neither field decides anything. */
  private static @Nullable Long number(@Nullable String text) {
    return text != null && text.matches("\\d{1,15}(\\.\\d{1,9})?")
        ? Long.valueOf(text.split("\\.", 2)[0])
        : null;
  }

  private static String required(@Nullable String value, String name) {
    if (value == null || value.isBlank()) {
      throw missing(name);
    }
    return value;
  }

  private static FacedeskException missing(String name) {
    return new FacedeskException(ErrorCode.INVALID_REQUEST, name + " is missing.");
  }

  private static FormParserFactory inMemory() {
    MultiPartParserDefinition definition = new MultiPartParserDefinition();
    definition.setFileSizeThreshold(Long.MAX_VALUE);
    definition.setFieldSizeThreshold(Long.MAX_VALUE);
    definition.setDefaultEncoding("UTF-8");
    return FormParserFactory.builder(false).addParser(definition).build();
  }
}
