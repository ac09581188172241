package org.facedesk.desktop.launch;

import java.util.Optional;
import java.util.UUID;
import org.facedesk.admin.ClientAuthentication;
import org.facedesk.protocol.crypto.EnvelopeKeys;
import org.facedesk.server.security.ClientDirectory;
import org.facedesk.store.ClientRecord;

/** The store's clients, as the server asks for them. */
record StoredClients(ClientAuthentication authentication) implements ClientDirectory {
  @Override
  public Optional<ClientRecord> byApiKey(String apiKey) {
    return authentication.byApiKey(apiKey);
  }

  @Override
  public Optional<ClientRecord> byApiKeyAndSecret(String apiKey, String secret) {
    return authentication.byApiKeyAndSecret(apiKey, secret);
  }

  @Override
  public Optional<ClientRecord> byId(UUID id) {
    return authentication.byId(id);
  }

  @Override
  public boolean knowsOrigin(String origin) {
    return authentication.knowsOrigin(origin);
  }

  @Override
  public EnvelopeKeys envelopeKeys(ClientRecord client) {
    return authentication.envelopeKeys(client);
  }
}
