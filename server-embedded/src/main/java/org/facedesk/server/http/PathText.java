package org.facedesk.server.http;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;

/**
 * One segment of a path. Paths are taken apart before they are decoded, so that a client's ids may
 * hold any character, a slash as well.
 */
final class PathText {
  private PathText() {}

  /**
   * @throws FacedeskException NOT_FOUND if it is not percent-encoded UTF-8
   */
  static String decoded(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c == '%') {
        bytes.write(octet(segment, i + 1));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw nothing();
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static int octet(String segment, int at) {
    if (at + 2 > segment.length()) {
      throw nothing();
    }
    int high = Character.digit(segment.charAt(at), 16);
    int low = Character.digit(segment.charAt(at + 1), 16);
    if (high < 0 || low < 0) {
      throw nothing();
    }
    return 16 * high + low;
  }

  private static FacedeskException nothing() {
    return new FacedeskException(ErrorCode.NOT_FOUND, "There is nothing at this address.");
  }
}
