package org.facedesk.desktop.enroll;

import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Paper;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.transform.Scale;

/** Prints on the desktop's printers. */
public final class PaperPrinter implements ReceiptPrinter {
  @Override
  public boolean print(Node page) {
    PrinterJob job = PrinterJob.createPrinterJob(); // null without any printer
    if (job == null || !job.showPrintDialog(null)) {
      return false;
    }
    PageLayout layout =
        job.getPrinter()
            .createPageLayout(
                Paper.A4, PageOrientation.PORTRAIT, Printer.MarginType.HARDWARE_MINIMUM);
    double scale =
        Math.min(
            layout.getPrintableWidth() / ReceiptPage.WIDTH,
            layout.getPrintableHeight() / ReceiptPage.HEIGHT);
    page.getTransforms().setAll(new Scale(scale, scale));
    return job.printPage(layout, page) && job.endJob();
  }
}
