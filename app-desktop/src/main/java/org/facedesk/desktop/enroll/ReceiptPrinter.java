package org.facedesk.desktop.enroll;

import javafx.scene.Node;

/** Prints receipts. UI thread. */
@FunctionalInterface
public interface ReceiptPrinter {
  /** What became of a page. */
  enum Printing {
    SENT,
    /** The operator thought better of it, or the printer took nothing. */
    NOT_SENT,
    /** There is none, or none that this computer can print on. */
    NO_PRINTER
  }

  /** Prints a page as large as it fits, after asking which printer. */
  Printing print(Node page);
}
