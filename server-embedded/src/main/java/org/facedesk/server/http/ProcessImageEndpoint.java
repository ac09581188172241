package org.facedesk.server.http;

import org.facedesk.server.ws.CloseCode;
import org.facedesk.server.ws.RestSessions;
import org.facedesk.server.ws.SessionScript;

/**
 * {@code POST /api/auth/process-image/}: one frame over REST, for clients that have no WebSocket.
 */
public final class ProcessImageEndpoint implements Endpoint {
  private final RestSessions sessions;

  public ProcessImageEndpoint(RestSessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Answer answer(Call call) {
    ImageUpload upload = ImageUpload.read(call);
    SessionScript.Line line =
        sessions.process(
            call.client(),
            call.peer().network(),
            upload.sessionToken(),
            upload.image(),
            upload.clientMillis(),
            upload.seq());
    return Answer.json(line.close() == CloseCode.DUPLICATE_FACE ? 409 : 200, line.message());
  }
}
