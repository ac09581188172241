package org.facedesk.desktop.capture;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Space goes on, R takes again, N has the next person, Esc goes back. Text fields keep their keys,
 * except Esc; a control that was reached with the Tab key keeps its Space, so that the keyboard
 * alone reaches everything, and so does one that Space changes.
 */
public final class CaptureKeys {
  /** What the keys mean on a screen. */
  public interface Intents {
    void next();

    void retake();

    void back();

    /** Somebody else's turn; nothing where that is not asked. */
    default void nextPerson() {}
  }

  private final Intents intents;
  private boolean spaceTaken;

  public CaptureKeys(Intents intents) {
    this.intents = intents;
  }

  public void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    Node focused = focusOf(event);
    KeyCode key = event.getCode();
    if (key == KeyCode.ESCAPE) {
      event.consume();
      intents.back();
    } else if (key == KeyCode.SPACE && !keepsSpace(focused)) {
      event.consume();
      if (!spaceTaken) { // a key that is held down repeats; it means one thing
        spaceTaken = true;
        intents.next();
      }
    } else if (key == KeyCode.R && !(focused instanceof TextInputControl)) {
      event.consume();
      intents.retake();
    } else if (key == KeyCode.N && !(focused instanceof TextInputControl)) {
      event.consume();
      intents.nextPerson();
    }
  }

  public void released(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && spaceTaken) {
      spaceTaken = false;
      event.consume(); // or a focused button would fire as well
    }
  }

  private static boolean keepsSpace(@Nullable Node focused) {
    return focused instanceof TextInputControl
        || focused instanceof CheckBox
        || focused instanceof ComboBoxBase
        || (focused != null && focused.isFocusVisible());
  }

  private static @Nullable Node focusOf(KeyEvent event) {
    Scene scene =
        event.getSource() instanceof Scene own
            ? own
            : event.getSource() instanceof Node node ? node.getScene() : null;
    return scene == null ? null : scene.getFocusOwner();
  }
}
