package org.facedesk.desktop.enroll;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Paper;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.transform.Scale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints on the desktop's printers. */
public final class PaperPrinter implements ReceiptPrinter {
  private static final Logger LOG = LoggerFactory.getLogger(PaperPrinter.class);

  /**
   * Java hands every page to this program on Linux; without it pages are lost and no error told.
   */
  private static final Path LINUX_SPOOLER = Path.of("/usr/bin/lpr");

  @Override
  public Printing print(Node page) {
    if (System.getProperty("os.name").equals("Linux") && !Files.isExecutable(LINUX_SPOOLER)) {
      LOG.warn("printing needs {} (in Debian the package cups-bsd)", LINUX_SPOOLER);
      return Printing.NO_PRINTER;
    }
    PrinterJob job = PrinterJob.createPrinterJob();
    if (job == null) {
      return Printing.NO_PRINTER;
    }
    return job.showPrintDialog(null) && sent(job, page) ? Printing.SENT : Printing.NOT_SENT;
  }

  private static boolean sent(PrinterJob job, Node page) {
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
