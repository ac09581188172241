package org.facedesk.desktop.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.facedesk.desktop.ui.Screen;

/** Keys that work wherever the focus is: the window's own, then those of the screen. */
final class WindowKeys {
  /** What keys do to the window. */
  interface Commands {
    /** Whether keys reach screens at all: nothing lies over them. */
    boolean open();

    /** Something happened that shows that the operator is there. */
    void touched();

    void go(String key);

    void lock();
  }

  private static final List<KeyCode> DIGITS =
      List.of(
          KeyCode.DIGIT1,
          KeyCode.DIGIT2,
          KeyCode.DIGIT3,
          KeyCode.DIGIT4,
          KeyCode.DIGIT5,
          KeyCode.DIGIT6,
          KeyCode.DIGIT7,
          KeyCode.DIGIT8);
  private static final List<KeyCode> KEYPAD =
      List.of(
          KeyCode.NUMPAD1,
          KeyCode.NUMPAD2,
          KeyCode.NUMPAD3,
          KeyCode.NUMPAD4,
          KeyCode.NUMPAD5,
          KeyCode.NUMPAD6,
          KeyCode.NUMPAD7,
          KeyCode.NUMPAD8);

  private final Commands commands;
  private final Supplier<Optional<Screen>> screen;

  WindowKeys(Commands commands, Supplier<Optional<Screen>> screen) {
    this.commands = commands;
    this.screen = screen;
  }

  void watch(Scene scene) {
    scene.addEventFilter(InputEvent.ANY, event -> commands.touched());
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
  }

  private void pressed(KeyEvent event) {
    if (!commands.open()) {
      return;
    }
    if (event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown()) {
      int digit = Math.max(DIGITS.indexOf(event.getCode()), KEYPAD.indexOf(event.getCode()));
      if (digit >= 0) {
        event.consume();
        commands.go(Places.ORDER.get(digit));
        return;
      }
      if (event.getCode() == KeyCode.L) {
        event.consume();
        commands.lock();
        return;
      }
    }
    screen.get().ifPresent(shown -> shown.pressed(event));
  }

  private void released(KeyEvent event) {
    if (commands.open()) {
      screen.get().ifPresent(shown -> shown.released(event));
    }
  }
}
