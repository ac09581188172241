package org.facedesk.desktop.ui;

import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

/**
 * One screen of the window as nodes in one language. It draws a view model that outlives it: a
 * change of language throws the screens away and builds new ones over the same models. UI thread
 * only.
 */
public interface Screen {
  Parent root();

  /** It is what the operator sees now; data that others may have changed is read again. */
  default void shown() {}

  /** Something else is seen now. */
  default void left() {}

  /**
   * The window is locked, or nobody is signed in: it is not seen, but is what is come back to. What
   * was entered stays.
   */
  default void covered() {}

  /** A key that was pressed anywhere in the window while this screen is shown; may consume it. */
  default void pressed(KeyEvent key) {}

  /** Like {@link #pressed}, for its release. */
  default void released(KeyEvent key) {}

  /** It is thrown away: listens to its model no more. */
  default void dispose() {}
}
