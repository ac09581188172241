package org.facedesk.desktop.controls;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.WrapSafe;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * What went wrong, in plain words, what to do, and the code and id that find it in the log, with a
 * button that copies them.
 */
public final class FaultPanel extends VBox {
  private final Texts texts;
  private final Label words = new Label();
  private final Label remedy = new Label();
  private final Label code = new Label();
  private final Button copy = new Button();
  private final Button close = new Button();

  public FaultPanel(Texts texts) {
    this.texts = texts;
    getStyleClass().add("fault-panel");
    words.getStyleClass().add("fault-words");
    words.setGraphic(new FontIcon(MaterialDesignA.ALERT_OCTAGON_OUTLINE));
    remedy.getStyleClass().add("fault-remedy");
    code.getStyleClass().add("fault-code");
    words.setWrapText(true);
    remedy.setWrapText(true);
    WrapSafe.keep(words);
    WrapSafe.keep(remedy);
    copy.setId("fault-copy");
    copy.setText(texts.get("fault.copy"));
    copy.setGraphic(new FontIcon(MaterialDesignC.CONTENT_COPY));
    close.setId("fault-close");
    close.setText(texts.get("fault.close"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(code, gap, copy, close);
    buttons.getStyleClass().add("fault-buttons");
    getChildren().addAll(words, remedy, buttons);
    setMaxHeight(USE_PREF_SIZE);
  }

  /**
   * @param closing what the close button does
   */
  public void show(FaultReport fault, Runnable closing) {
    words.setText(fault.words(texts));
    remedy.setText(fault.remedy(texts));
    code.setText(texts.get("fault.code", fault.code().name(), fault.correlationId()));
    copy.setOnAction(event -> copyToClipboard(fault.details(texts)));
    close.setOnAction(event -> closing.run());
    setAccessibleText(words.getText() + " " + remedy.getText());
  }

  private void copyToClipboard(String details) {
    ClipboardContent content = new ClipboardContent();
    content.putString(details);
    Clipboard.getSystemClipboard().setContent(content);
    copy.setText(texts.get("fault.copied"));
  }
}
