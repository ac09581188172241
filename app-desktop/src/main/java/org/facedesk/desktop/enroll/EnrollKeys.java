package org.facedesk.desktop.enroll;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Space goes on, R takes again, Esc goes back. Text fields keep their keys, except Esc; a control
 * that was reached with the Tab key keeps its Space, so that the keyboard alone reaches everything.
 */
final class EnrollKeys {
  private final EnrollViewModel model;
  private boolean spaceTaken;

  EnrollKeys(EnrollViewModel model) {
    this.model = model;
  }

  void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    Node focused = focusOf(event);
    boolean typing = focused instanceof TextInputControl;
    KeyCode key = event.getCode();
    if (key == KeyCode.ESCAPE) {
      event.consume();
      model.back();
    } else if (key == KeyCode.SPACE && !typing && !(focused != null && focused.isFocusVisible())) {
      event.consume();
      if (!spaceTaken) { // a key that is held down repeats; it means one thing
        spaceTaken = true;
        model.next();
      }
    } else if (key == KeyCode.R && !typing) {
      event.consume();
      model.retake();
    }
  }

  void released(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && spaceTaken) {
      spaceTaken = false;
      event.consume(); // or a focused button would fire as well
    }
  }

  private static @Nullable Node focusOf(KeyEvent event) {
    return event.getSource() instanceof Scene scene ? scene.getFocusOwner() : null;
  }
}
