package org.facedesk.desktop.login;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.facedesk.admin.OperatorView;
import org.facedesk.desktop.controls.FaultPanel;
import org.facedesk.desktop.controls.TableRows;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.Moments;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.jspecify.annotations.Nullable;

/** Draws the operators' accounts and asks for what is needed to change them. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class OperatorsController {
  private final OperatorsViewModel model;
  private final Texts texts;
  private final Moments moments;
  private final Dialogs dialogs;
  private final Ties ties;
  private final FaultPanel faultPanel;

  @FXML private TableView<OperatorView> table;
  @FXML private TableColumn<OperatorView, String> name;
  @FXML private TableColumn<OperatorView, String> role;
  @FXML private TableColumn<OperatorView, String> state;
  @FXML private TableColumn<OperatorView, String> last;
  @FXML private Button rename;
  @FXML private Button changeRole;
  @FXML private Button resetPassword;
  @FXML private Button activate;
  @FXML private Label refused;
  @FXML private StackPane faultSlot;

  OperatorsController(OperatorsViewModel model, Texts texts, Dialogs dialogs, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.moments = new Moments(texts);
    this.dialogs = dialogs;
    this.ties = ties;
    this.faultPanel = new FaultPanel(texts);
  }

  @FXML
  void initialize() {
    faultSlot.getChildren().add(faultPanel);
    table.setPlaceholder(new Label(texts.get("operators.empty")));
    column(name, OperatorView::name);
    column(role, operator -> texts.of("role", operator.role()));
    column(state, this::state);
    column(last, this::lastSignIn);
    TableRows.fit(table, name);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, chosen) -> choose(chosen));
    choose(null);
    ties.tie(model.listen(this::draw));
  }

  void focus() {
    Platform.runLater(table::requestFocus);
  }

  @FXML
  void create() {
    OperatorForm form = new OperatorForm(texts, dialogs, model);
    form.create();
  }

  @FXML
  void rename() {
    new OperatorForm(texts, dialogs, model).rename(chosen());
  }

  @FXML
  void changeRole() {
    new OperatorForm(texts, dialogs, model).changeRole(chosen());
  }

  @FXML
  void resetPassword() {
    new OperatorForm(texts, dialogs, model).resetPassword(chosen());
  }

  @FXML
  void activate() {
    OperatorView operator = chosen();
    if (!operator.active()) {
      model.setActive(operator.id(), true);
      return;
    }
    dialogs.ask(
        new Dialogs.Question(
                texts.get("operators.deactivate.title", operator.name()),
                texts.get("operators.deactivate.words"),
                texts.get("operators.deactivate"))
            .asGrave(),
        reason -> model.setActive(operator.id(), false));
  }

  private OperatorView chosen() {
    return table.getSelectionModel().getSelectedItem();
  }

  private void choose(@Nullable OperatorView operator) {
    for (Button each : List.of(rename, changeRole, resetPassword, activate)) {
      each.setDisable(operator == null);
    }
    activate.setText(
        texts.get(
            operator == null || operator.active() ? "operators.deactivate" : "operators.activate"));
  }

  private void draw(OperatorsScreen screen) {
    if (!table.getItems().equals(screen.operators())) {
      int at = table.getSelectionModel().getSelectedIndex();
      table.getItems().setAll(screen.operators());
      table
          .getSelectionModel()
          .select(Math.clamp(at, 0, Math.max(0, screen.operators().size() - 1)));
    }
    refused.setText(
        screen.refused() == null ? "" : texts.of("operators.refused", screen.refused()));
    refused.setVisible(screen.refused() != null);
    refused.setManaged(screen.refused() != null);
    faultSlot.setVisible(screen.fault() != null);
    faultSlot.setManaged(screen.fault() != null);
    if (screen.fault() != null) {
      faultPanel.show(screen.fault(), model::dismiss);
    }
  }

  private String state(OperatorView operator) {
    if (!operator.active()) {
      return texts.get("operators.state.inactive");
    }
    Instant until = operator.lockedUntil();
    return texts.get(
        until != null && until.isAfter(Instant.now())
            ? "operators.state.locked"
            : "operators.state.active");
  }

  private String lastSignIn(OperatorView operator) {
    Instant when = operator.lastSignInAt();
    return when == null ? texts.get("operators.never") : moments.dayAndTime(when);
  }

  private static void column(
      TableColumn<OperatorView, String> column, Function<OperatorView, String> text) {
    TableRows.column(column, text);
    column.setSortable(true);
  }

  /** What was typed; the field forgets it. */
  static char[] taken(PasswordField field) {
    char[] typed = field.getText().toCharArray();
    field.clear();
    return typed;
  }
}
