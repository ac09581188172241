package org.facedesk.desktop.login;

import java.util.Map;
import javafx.scene.Parent;
import org.facedesk.admin.Role;
import org.facedesk.desktop.controls.TableRows;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.Place;
import org.facedesk.desktop.ui.Room;
import org.facedesk.desktop.ui.Screen;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.desktop.ui.Views;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The operators' accounts as nodes. */
public final class OperatorsView implements Screen {
  private final OperatorsViewModel model;
  private final Ties ties = new Ties();
  private final OperatorsController controller;
  private final Parent root;

  public OperatorsView(OperatorsViewModel model, Texts texts, Dialogs dialogs) {
    this.model = model;
    controller = new OperatorsController(model, texts, dialogs, ties);
    root =
        Views.load(
            OperatorsView.class,
            "Operators.fxml",
            texts,
            Map.of(OperatorsController.class, controller));
    root.getStylesheets().add(Views.stylesheet(TableRows.class, "records.css"));
    root.getStylesheets().add(Views.stylesheet(OperatorsView.class, "login.css"));
  }

  /** The place where administrators keep the accounts. */
  public static Room room(LoginServices services) {
    return around -> {
      OperatorsViewModel model =
          new OperatorsViewModel(services.operators(), around.operator(), around.background());
      return new Place(
          "operators",
          MaterialDesignA.ACCOUNT_KEY_OUTLINE,
          Role.ADMINISTRATOR,
          texts -> new OperatorsView(model, texts, around.dialogs()));
    };
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    model.refresh();
    controller.focus();
  }

  @Override
  public void dispose() {
    ties.cut();
  }
}
