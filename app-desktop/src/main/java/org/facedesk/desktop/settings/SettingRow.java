package org.facedesk.desktop.settings;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.facedesk.core.settings.Problem;
import org.facedesk.core.settings.Setting;
import org.facedesk.desktop.controls.Tones;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.desktop.ui.WrapSafe;
import org.jspecify.annotations.Nullable;

/**
 * One setting: its name, what it does in plain words, when a change counts, a control to change it
 * with, and what is wrong with what was entered.
 */
final class SettingRow extends HBox {
  private static final double EDITOR_WIDTH = 270;
  private static final double WORDS_MIN_WIDTH = 200;

  private final Setting setting;
  private final Texts texts;
  private final BiConsumer<Setting, String> edited;
  private final Label problem = new Label();
  private final Label counts = new Label();
  private final Editor editor;
  private boolean drawing;

  /** A control and how a value gets into it. */
  private record Editor(Control control, java.util.function.Consumer<Field> drawing) {}

  SettingRow(Field field, Texts texts, BiConsumer<Setting, String> edited) {
    this.setting = field.setting();
    this.texts = texts;
    this.edited = edited;
    this.editor = editor(field);
    String name = texts.of("settings.name", setting);
    getStyleClass().add("setting-row");
    Label title = styled(new Label(name), "setting-name");
    title.setLabelFor(editor.control());
    Label effect = styled(new Label(texts.of("settings.effect", setting)), "setting-effect");
    styled(counts, "setting-counts");
    styled(problem, "setting-problem");
    for (Label label : List.of(title, effect, counts, problem)) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE); // never cut off
      WrapSafe.keep(label);
    }
    VBox words = new VBox(title, effect, counts);
    words.getStyleClass().add("setting-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(WORDS_MIN_WIDTH);
    editor.control().setId("setting-" + setting.key());
    editor.control().setAccessibleText(name);
    editor.control().setMaxWidth(Double.MAX_VALUE);
    VBox side = new VBox(editor.control(), problem);
    side.getStyleClass().add("setting-side");
    side.setMinWidth(EDITOR_WIDTH);
    side.setPrefWidth(EDITOR_WIDTH);
    side.setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(words, side);
  }

  private static <N extends Node> N styled(N node, String style) {
    node.getStyleClass().add(style);
    return node;
  }

  void draw(Field field) {
    drawing = true;
    editor.drawing().accept(field);
    drawing = false;
    editor.control().setDisable(field.fixed());
    counts.setText(
        field.fixed()
            ? texts.get("settings.fixed", setting.key())
            : texts.of("settings.counts", setting.effect()));
    Problem wrong = field.problem();
    boolean bad = wrong != null;
    problem.setText(wrong == null ? "" : words(wrong));
    problem.setVisible(bad);
    problem.setManaged(bad);
    Tones.mark(editor.control(), bad ? Tone.BAD : field.changed() ? Tone.ACTION : Tone.NEUTRAL);
    editor
        .control()
        .setAccessibleHelp(bad ? problem.getText() : texts.of("settings.effect", setting));
  }

  private String words(Problem wrong) {
    return texts.get(
        "settings.problem." + wrong.kind().name(),
        wrong.limits().isEmpty() ? new Object[] {""} : wrong.limits().toArray());
  }

  private void edited(@Nullable String value) {
    if (!drawing && value != null) {
      edited.accept(setting, value);
    }
  }

  private Editor editor(Field field) {
    if (setting == Setting.CAMERA) {
      return cameraEditor();
    }
    if (field.isSwitch()) {
      return switchEditor();
    }
    if (!field.choices().isEmpty()) {
      return choiceEditor(field);
    }
    TextField text = setting == Setting.STORE_PASSWORD ? new PasswordField() : new TextField();
    text.textProperty().addListener((property, before, now) -> edited(now));
    return new Editor(
        text,
        drawn -> {
          if (!text.getText().equals(drawn.value())) {
            text.setText(drawn.value());
          }
          text.setPromptText(drawn.kept() ? texts.get("settings.secret.kept") : "");
        });
  }

  private Editor switchEditor() {
    CheckBox box = new CheckBox(texts.of("settings.name", setting));
    box.selectedProperty().addListener((property, before, now) -> edited(Boolean.toString(now)));
    return new Editor(
        box,
        drawn -> {
          box.setSelected(Boolean.parseBoolean(drawn.value()));
          box.setText(texts.get(box.isSelected() ? "settings.on" : "settings.off"));
        });
  }

  private Editor choiceEditor(Field field) {
    ComboBox<String> box = new ComboBox<>();
    box.getItems().setAll(field.choices());
    box.setConverter(new Choices());
    box.valueProperty().addListener((property, before, now) -> edited(now));
    return new Editor(
        box,
        drawn -> {
          if (!drawn.value().equals(box.getValue())) {
            box.setValue(drawn.value());
          }
        });
  }

  /** The cameras that are there, or an address. */
  private Editor cameraEditor() {
    ComboBox<String> box = new ComboBox<>();
    box.setEditable(true);
    box.setPromptText(texts.get("settings.camera.first"));
    box.getEditor().textProperty().addListener((property, before, now) -> edited(now));
    return new Editor(
        box,
        drawn -> {
          if (!box.getItems().equals(drawn.choices())) {
            box.getItems().setAll(drawn.choices());
          }
          if (!Objects.requireNonNullElse(box.getEditor().getText(), "").equals(drawn.value())) {
            box.getEditor().setText(drawn.value());
          }
        });
  }

  /** Values in the operator's words, where there are such. */
  private final class Choices extends StringConverter<String> {
    @Override
    public String toString(@Nullable String value) {
      if (value == null) {
        return "";
      }
      if (setting == Setting.LANGUAGE && !value.isEmpty()) {
        return texts.get("language." + value);
      }
      String key = "settings.choice." + setting.name() + "." + (value.isEmpty() ? "none" : value);
      return texts.has(key) ? texts.get(key) : value;
    }

    @Override
    public String fromString(String words) {
      return words;
    }
  }
}
