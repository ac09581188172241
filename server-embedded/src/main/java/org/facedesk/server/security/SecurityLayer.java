package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;

/** One check that every exchange has to pass. Runs on a virtual thread and may block. */
@FunctionalInterface
public interface SecurityLayer {
  /**
   * Returns to let the exchange pass.
   *
   * @throws org.facedesk.core.FacedeskException to refuse it
   */
  void check(HttpServerExchange exchange);
}
