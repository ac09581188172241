package org.facedesk.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.protocol.ClientLogin;
import org.facedesk.protocol.ClientMessage;
import org.facedesk.protocol.ClientMessage.FramePicture;
import org.facedesk.protocol.ProcessImage;
import org.facedesk.protocol.StartAuthentication;
import org.facedesk.protocol.StartEnrollment;
import org.facedesk.protocol.UserBody;
import org.facedesk.protocol.WireFormat;

/** Whatever text is sent, over a socket or as a REST body, is read or refused. */
public final class MessageTarget {
  private static final WireFormat FORMAT = new WireFormat();
  private static final List<Class<?>> BODIES =
      List.of(
          ClientLogin.class,
          StartEnrollment.class,
          StartAuthentication.class,
          ProcessImage.class,
          UserBody.class);
  private static final Set<ErrorCode> REFUSALS =
      Set.of(ErrorCode.INVALID_REQUEST, ErrorCode.INVALID_IMAGE, ErrorCode.IMAGE_TOO_LARGE);

  private MessageTarget() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      if (ClientMessage.read(FORMAT, new String(data, StandardCharsets.UTF_8))
              instanceof FramePicture frame
          && frame.bytes().length > WireFormat.MAX_IMAGE) {
        throw new AssertionError("a picture beyond the limit");
      }
    } catch (FacedeskException e) {
      check(e);
    }
    for (Class<?> body : BODIES) {
      try {
        String again = FORMAT.write(FORMAT.read(data, body));
        if (!FORMAT.write(FORMAT.read(again, body)).equals(again)) {
          throw new AssertionError("not the same when read again: " + body.getSimpleName());
        }
      } catch (FacedeskException e) {
        check(e);
      }
    }
  }

  private static void check(FacedeskException refusal) {
    if (!REFUSALS.contains(refusal.code())) {
      throw new AssertionError("refused as " + refusal.code(), refusal);
    }
  }
}
