package org.facedesk.desktop.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.facedesk.admin.Operator;
import org.facedesk.desktop.ui.Place;
import org.facedesk.desktop.ui.Screen;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Views;
import org.jspecify.annotations.Nullable;

/**
 * Navigation, status bar and screens in one language. Screens are made when they are shown for the
 * first time; all are thrown away together.
 */
final class ShellView {
  private final Texts texts;
  private final ShellController controller;
  private final Parent root;
  private final Map<String, Screen> screens = new HashMap<>();
  private @Nullable Screen current;

  ShellView(Texts texts, ShellController controller) {
    this.texts = texts;
    this.controller = controller;
    this.root =
        Views.load(ShellView.class, "Shell.fxml", texts, Map.of(ShellController.class, controller));
  }

  Parent root() {
    return root;
  }

  ShellController controller() {
    return controller;
  }

  Optional<Screen> current() {
    return Optional.ofNullable(current);
  }

  /** Draws the navigation for this operator. */
  void offer(Places places, Optional<Operator> operator) {
    controller.offer(places.of(operator), operator);
  }

  /** Shows a place's screen, or tells it once more that it is shown. */
  void show(Place place) {
    Screen next = screens.computeIfAbsent(place.key(), key -> place.screen().apply(texts));
    if (!next.equals(current)) {
      current().ifPresent(Screen::left);
      current = next;
      controller.show(place.key(), next.root());
    }
    next.shown();
    Platform.runLater(this::focusIfElsewhere);
  }

  /** A screen that did not take the focus by itself is given it, or typing would go nowhere. */
  private void focusIfElsewhere() {
    Scene scene = root.getScene();
    Node owner = scene == null ? null : scene.getFocusOwner();
    boolean inside = current().filter(screen -> lies(owner, screen.root())).isPresent();
    if (!inside) {
      focusField();
    }
  }

  private static boolean lies(@Nullable Node node, Parent within) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(within)) {
        return true;
      }
    }
    return false;
  }

  /** Gives the focus to the first field of the screen that is shown, so that typing may begin. */
  void focusField() {
    current()
        .flatMap(screen ->
            screen.root().lookupAll(".text-field").stream().filter(ShellView::seen).findFirst())
        .ifPresent(Node::requestFocus);
  }

  private static boolean seen(Node node) {
    Node each = node;
    while (each != null && each.isVisible() && !each.isDisabled()) {
      each = each.getParent();
    }
    return each == null;
  }

  void dispose() {
    current().ifPresent(Screen::left);
    current = null;
    screens.values().forEach(Screen::dispose);
    screens.clear();
  }
}
