package org.facedesk.desktop.enroll;

import javafx.scene.Node;

/** Prints receipts. UI thread. */
@FunctionalInterface
public interface ReceiptPrinter {
  /**
   * Prints a page as large as it fits, after asking which printer.
   *
   * @return false if there is no printer, or the operator thought better of it
   */
  boolean print(Node page);
}
