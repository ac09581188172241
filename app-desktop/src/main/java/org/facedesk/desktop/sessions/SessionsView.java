package org.facedesk.desktop.sessions;

import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.facedesk.admin.Role;
import org.facedesk.admin.SessionWatch;
import org.facedesk.desktop.controls.TableRows;
import org.facedesk.desktop.ui.Place;
import org.facedesk.desktop.ui.Room;
import org.facedesk.desktop.ui.Screen;
import org.facedesk.desktop.ui.Surroundings;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.desktop.ui.Views;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The sessions screen as nodes. */
public final class SessionsView implements Screen {
  private final Ties ties = new Ties();
  private final SessionsViewModel model;
  private final SessionsController controller;
  private final Parent root;

  public SessionsView(SessionsViewModel model, Texts texts, Surroundings around) {
    this.model = model;
    this.controller = new SessionsController(model, texts, around, ties);
    this.root =
        Views.load(
            SessionsView.class,
            "Sessions.fxml",
            texts,
            Map.of(SessionsController.class, controller));
    root.getStylesheets().add(Views.stylesheet(TableRows.class, "records.css"));
  }

  /** The workflow for the window. */
  public static Room room(SessionWatch watch) {
    return around -> {
      SessionsViewModel model =
          new SessionsViewModel(watch, around.background(), around.operator());
      return new Place(
              "sessions",
              MaterialDesignC.CONNECTION,
              Role.OPERATOR,
              texts -> new SessionsView(model, texts, around))
          .ticking(model::tick);
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
  public void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && model.screen().fault() != null) {
      model.dismissFault();
      key.consume();
    }
  }

  @Override
  public void dispose() {
    ties.cut();
  }
}
