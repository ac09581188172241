package org.facedesk.desktop.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/**
 * Light and dark. Both define the same colour tokens ({@code -color-fg-default} and so on); the
 * window's own style sheets use nothing but those tokens, so one set of rules serves both.
 */
public enum Theme {
  LIGHT(new PrimerLight().getUserAgentStylesheet()),
  DARK(new PrimerDark().getUserAgentStylesheet());

  private final String stylesheet;

  Theme(String stylesheet) {
    this.stylesheet = stylesheet;
  }

  /** For {@code Application.setUserAgentStylesheet}. */
  public String stylesheet() {
    return stylesheet;
  }

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }
}
