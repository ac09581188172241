package org.facedesk.desktop.enroll;

import java.awt.image.BufferedImage;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.HPos;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Views;
import org.facedesk.desktop.ui.WrapSafe;

/**
 * A receipt as a page, in the person's language. It is laid out by the toolkit, which knows the
 * shapes of Arabic letters and runs lines from right to left; paper and file show the very same
 * page. UI thread.
 */
final class ReceiptPage {
  /** A4 in points of 1/72 inch. */
  static final double WIDTH = 595;

  static final double HEIGHT = 842;

  /** 216 dots an inch. */
  private static final double PICTURE_SCALE = 3;

  private final Texts texts;
  private final VBox page = new VBox();

  ReceiptPage(Receipt receipt) {
    Locale language = Locale.forLanguageTag(receipt.consent().language());
    this.texts = Texts.of(language);
    page.getStyleClass().add("receipt");
    page.setNodeOrientation(
        texts.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    page.setPrefSize(WIDTH, HEIGHT);
    page.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    page.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    page.getChildren()
        .addAll(
            words(receipt.station(), "receipt-station"),
            words(texts.get("enroll.receipt.heading"), "receipt-heading"));
    if (receipt.practice()) {
      page.getChildren().add(words(texts.get("enroll.receipt.practice"), "receipt-practice"));
    }
    page.getChildren()
        .addAll(
            facts(receipt),
            words(texts.get("enroll.receipt.rights"), "receipt-title"),
            words(receipt.consent().rights(), "receipt-words"),
            words(texts.get("enroll.receipt.nothing"), "receipt-small"));
    // a scene of its own, so that styles apply although it is never shown
    Scene scene = new Scene(page);
    scene.getStylesheets().add(Views.stylesheet(ReceiptPage.class, "receipt.css"));
    page.applyCss();
    // a printer takes the page as it is laid out here, unlike a snapshot, which lays it out itself
    page.resize(WIDTH, HEIGHT);
    page.layout();
  }

  private GridPane facts(Receipt receipt) {
    GridPane facts = new GridPane();
    facts.getStyleClass().add("receipt-facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setHalignment(HPos.LEFT);
    facts.getColumnConstraints().addAll(names, values);
    fact(facts, "enroll.receipt.id", receipt.userId());
    if (!receipt.name().isEmpty()) {
      fact(facts, "enroll.receipt.name", receipt.name());
    }
    fact(
        facts,
        "enroll.receipt.at",
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(texts.locale())
            .format(receipt.at().atZone(ZoneId.systemDefault())));
    fact(facts, "enroll.receipt.consent", receipt.consent().version());
    fact(facts, "enroll.receipt.enrollment", receipt.enrollment().toString());
    return facts;
  }

  private void fact(GridPane facts, String key, String value) {
    facts.addRow(
        facts.getRowCount(), words(texts.get(key), "receipt-name"), words(value, "receipt-value"));
  }

  private static Label words(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    WrapSafe.keep(label);
    return label;
  }

  /** The page for a printer. */
  Region node() {
    return page;
  }

  /** The page as a picture. */
  BufferedImage picture() {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.WHITE);
    parameters.setTransform(new Scale(PICTURE_SCALE, PICTURE_SCALE));
    return SwingFXUtils.fromFXImage(page.snapshot(parameters, null), null);
  }
}
