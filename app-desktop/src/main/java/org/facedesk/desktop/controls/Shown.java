package org.facedesk.desktop.controls;

import javafx.scene.Node;

/** Nodes that come and go; what is gone takes no room. */
public final class Shown {
  private Shown() {}

  public static void when(boolean condition, Node... nodes) {
    for (Node node : nodes) {
      node.setVisible(condition);
      node.setManaged(condition);
    }
  }
}
