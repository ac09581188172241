package org.facedesk.admin;

import org.facedesk.core.Seal;
import org.facedesk.protocol.crypto.EnvelopeKeys;
import org.facedesk.protocol.crypto.Reading;
import org.facedesk.store.ClientRecord;

/** Opens the keys a client's results are sealed with. Safe for many threads. */
public final class ClientKeys {
  private final Seal seal;

  public ClientKeys(Seal seal) {
    this.seal = seal;
  }

  /**
   * @return the keys in clear; close them as soon as the result is sealed
   * @throws org.facedesk.core.FacedeskException STATION_KEY_INVALID if the record was tampered with
   */
  public EnvelopeKeys open(ClientRecord client) {
    return new EnvelopeKeys(
        seal.open(Credentials.envelopeContext(client.id()), client.sealedEnvelopeKey()),
        seal.open(Credentials.secretContext(client.id()), client.sealedSecret()));
  }

  /** Which of them the client's CBC envelope is made with. */
  public static Reading reading(ClientRecord client) {
    return switch (client.envelope()) {
      case API_KEY -> Reading.API_KEY;
      case SECRET_KEY -> Reading.SECRET_KEY;
      case DOUBLE -> Reading.DOUBLE;
    };
  }
}
