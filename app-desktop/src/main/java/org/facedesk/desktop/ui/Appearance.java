package org.facedesk.desktop.ui;

import java.util.Locale;

/** How the window looks and what it speaks; a change takes effect at once. UI thread only. */
public interface Appearance {
  Theme theme();

  void use(Theme theme);

  /** The theme that the computer's desktop has now. */
  void useDesktops();

  Locale language();

  /** Builds every screen again in this language; what the view models hold stays. */
  void speak(Locale language);
}
