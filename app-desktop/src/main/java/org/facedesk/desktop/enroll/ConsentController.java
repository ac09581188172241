package org.facedesk.desktop.enroll;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.facedesk.admin.ConsentText;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.WrapSafe;
import org.jspecify.annotations.Nullable;

/** The consent text, large enough to be read by the person, in their language. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class ConsentController implements EnrollView.Part {
  private final EnrollViewModel model;
  private final Texts texts;
  private @Nullable ConsentText drawn;

  @FXML private ComboBox<String> consentLanguage;
  @FXML private Label consentVersion;
  @FXML private ScrollPane scroll;
  @FXML private VBox consentWords;
  @FXML private Label consentTitle;
  @FXML private CheckBox agree;

  ConsentController(EnrollViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    consentLanguage.setConverter(new OwnNames());
    consentLanguage.getItems().setAll(model.screen().who().languages());
    consentLanguage
        .valueProperty()
        .addListener((property, before, chosen) -> {
          ConsentText present = drawn;
          if (chosen != null && present != null && !chosen.equals(present.language())) {
            model.chooseLanguage(chosen);
          }
        });
    // a check box gives its words no more than it would like to have, however much there is
    agree.prefWidthProperty().bind(scroll.widthProperty());
    agree
        .selectedProperty()
        .addListener((property, before, yes) -> {
          if (yes != model.screen().who().agreed()) {
            model.agree(yes);
          }
        });
  }

  @Override
  public void draw(EnrollScreen screen) {
    WhoSheet who = screen.who();
    agree.setSelected(who.agreed());
    ConsentText text = who.consent();
    if (text.equals(drawn)) {
      return;
    }
    drawn = text;
    consentLanguage.setValue(text.language());
    consentVersion.setText(
        WrapSafe.inOrder(texts.get("enroll.consent.version", text.version()), text.version()));
    consentTitle.setText(text.title());
    consentWords.getChildren().setAll(consentTitle);
    (text.body() + "\n" + text.rights())
        .lines()
        .filter(paragraph -> !paragraph.isBlank())
        .map(ConsentController::paragraph)
        .forEach(consentWords.getChildren()::add);
    consentWords.setNodeOrientation(
        text.language().equals("ar")
            ? NodeOrientation.RIGHT_TO_LEFT
            : NodeOrientation.LEFT_TO_RIGHT);
    scroll.setVvalue(0);
  }

  private static Label paragraph(String words) {
    Label paragraph = new Label(words);
    paragraph.setWrapText(true);
    paragraph.getStyleClass().add("consent-body");
    WrapSafe.keep(paragraph);
    return paragraph;
  }

  /** Where the person says that they agree. */
  void focus() {
    agree.requestFocus();
  }

  /** Languages as those who speak them call them. */
  private static final class OwnNames extends StringConverter<String> {
    @Override
    public String toString(@Nullable String tag) {
      if (tag == null) {
        return "";
      }
      Locale own = Locale.forLanguageTag(tag);
      String name = own.getDisplayLanguage(own);
      return name.substring(0, 1).toUpperCase(own) + name.substring(1);
    }

    @Override
    public String fromString(String name) {
      throw new UnsupportedOperationException("languages are chosen, not typed");
    }
  }
}
