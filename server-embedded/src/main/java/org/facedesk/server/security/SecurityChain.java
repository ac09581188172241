package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;
import java.util.List;

/** Layers in the order they are asked; the first refusal ends it. */
public record SecurityChain(List<SecurityLayer> layers) implements SecurityLayer {
  public SecurityChain {
    layers = List.copyOf(layers);
  }

  public static SecurityChain of(SecurityLayer... layers) {
    return new SecurityChain(List.of(layers));
  }

  @Override
  public void check(HttpServerExchange exchange) {
    layers.forEach(layer -> layer.check(exchange));
  }
}
