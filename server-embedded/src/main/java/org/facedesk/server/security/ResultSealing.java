package org.facedesk.server.security;

import org.facedesk.protocol.ResultPayload;
import org.facedesk.protocol.SealedResult;
import org.facedesk.protocol.WireFormat;
import org.facedesk.protocol.crypto.EnvelopeKeys;
import org.facedesk.protocol.crypto.Reading;
import org.facedesk.protocol.crypto.ResultEnvelope;
import org.facedesk.store.ClientRecord;

/** Seals a result with the keys and in the reading of the client it is for. */
public final class ResultSealing {
  private final ClientDirectory directory;
  private final ResultEnvelope envelope;
  private final WireFormat format;

  public ResultSealing(ClientDirectory directory, ResultEnvelope envelope, WireFormat format) {
    this.directory = directory;
    this.envelope = envelope;
    this.format = format;
  }

  public SealedResult seal(ClientRecord client, ResultPayload payload) {
    try (EnvelopeKeys keys = directory.envelopeKeys(client)) {
      return envelope.seal(
          keys,
          reading(client),
          client.strict(),
          payload.sessionToken(),
          payload.sessionType(),
          format.write(payload));
    }
  }

  private static Reading reading(ClientRecord client) {
    return switch (client.envelope()) {
      case API_KEY -> Reading.API_KEY;
      case SECRET_KEY -> Reading.SECRET_KEY;
      case DOUBLE -> Reading.DOUBLE;
    };
  }
}
