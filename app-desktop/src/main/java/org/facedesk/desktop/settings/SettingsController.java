package org.facedesk.desktop.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facedesk.desktop.controls.FaultPanel;
import org.facedesk.desktop.controls.Tones;
import org.facedesk.desktop.settings.SettingsScreen.Notice;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.desktop.ui.Tone;
import org.jspecify.annotations.Nullable;

/** Draws the sections, a row for each setting of the one chosen, and what saving came to. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class SettingsController {
  private final SettingsViewModel model;
  private final Texts texts;
  private final Ties ties;
  private final FaultPanel faultPanel;
  private final List<SettingRow> drawn = new ArrayList<>();
  private @Nullable Section section;
  private @Nullable FaultReport shownFault;
  private boolean drawing;

  @FXML private ListView<Section> sections;
  @FXML private Label title;
  @FXML private ScrollPane scroll;
  @FXML private VBox rows;
  @FXML private Node actions;
  @FXML private Label notice;
  @FXML private Button discard;
  @FXML private Button save;
  @FXML private StackPane faultSlot;

  SettingsController(SettingsViewModel model, Texts texts, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.ties = ties;
    this.faultPanel = new FaultPanel(texts);
  }

  @FXML
  void initialize() {
    faultSlot.getChildren().add(faultPanel);
    sections.setCellFactory(list -> new SectionCell());
    sections
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, chosen) -> {
          if (chosen != null && !drawing) {
            model.choose(chosen);
          }
        });
    ties.tie(model.listen(this::draw));
  }

  /** Where an operator begins: choosing a section. */
  void focus() {
    Platform.runLater(sections::requestFocus);
  }

  @FXML
  void save() {
    model.save();
  }

  @FXML
  void discard() {
    model.discard();
  }

  private void draw(SettingsScreen screen) {
    drawing = true;
    if (!sections.getItems().equals(screen.sections())) {
      sections.getItems().setAll(screen.sections());
    }
    sections.getSelectionModel().select(screen.section());
    drawing = false;
    if (section != screen.section()) {
      section = screen.section();
      title.setText(texts.of("settings.section", screen.section()));
      drawn.clear();
      screen.fields().forEach(field -> drawn.add(new SettingRow(field, texts, model::edit)));
      rows.getChildren().setAll(drawn);
      scroll.setVvalue(0);
    }
    for (int i = 0; i < drawn.size(); i++) {
      drawn.get(i).draw(screen.fields().get(i));
    }
    boolean saved = screen.sections().contains(Section.CAMERA);
    actions.setVisible(saved);
    actions.setManaged(saved);
    save.setDisable(!screen.saveable());
    discard.setDisable(!screen.unsaved() || screen.busy());
    drawNotice(screen);
    faultSlot.setVisible(screen.fault() != null);
    if (screen.fault() != null && !screen.fault().equals(shownFault)) {
      faultPanel.show(screen.fault(), model::dismissFault);
    }
    shownFault = screen.fault();
  }

  private void drawNotice(SettingsScreen screen) {
    Notice done = screen.notice();
    if (screen.busy()) {
      notice.setText(texts.get("settings.busy"));
      Tones.mark(notice, Tone.NEUTRAL);
    } else if (done != null) {
      notice.setText(texts.of("settings.notice", done));
      Tones.mark(notice, done == Notice.REFUSED ? Tone.BAD : Tone.GOOD);
    } else {
      notice.setText(
          !screen.unsaved()
              ? ""
              : texts.get(screen.saveable() ? "settings.unsaved" : "settings.unsaveable"));
      Tones.mark(notice, screen.saveable() || !screen.unsaved() ? Tone.NEUTRAL : Tone.BAD);
    }
  }

  private final class SectionCell extends ListCell<Section> {
    SectionCell() {
      setPrefWidth(0); // as wide as the list, which must not scroll sideways
    }

    @Override
    protected void updateItem(@Nullable Section item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : texts.of("settings.section", item));
    }
  }
}
