package org.facedesk.server.security;

import java.util.UUID;

/**
 * Frames each API client and each address may have looked at, over however many sessions. A
 * session's own pace is the session's business.
 */
public final class FrameLimits {
  private final RateLimits perClient;
  private final RateLimits perAddress;

  public FrameLimits(RateLimits perClient, RateLimits perAddress) {
    this.perClient = perClient;
    this.perAddress = perAddress;
  }

  /**
   * @param network as {@link Peer#network} says
   * @throws org.facedesk.core.ThrottledException RATE_LIMITED
   */
  public void take(UUID client, String network) {
    perAddress.take(network);
    perClient.take(client.toString());
  }
}
