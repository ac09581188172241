package org.facedesk.desktop.clients;

import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.facedesk.admin.Role;
import org.facedesk.desktop.controls.TableRows;
import org.facedesk.desktop.ui.Place;
import org.facedesk.desktop.ui.Room;
import org.facedesk.desktop.ui.Screen;
import org.facedesk.desktop.ui.Surroundings;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.desktop.ui.Views;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

/** The clients screen as nodes. */
public final class ClientsView implements Screen {
  private final Ties ties = new Ties();
  private final ClientsViewModel model;
  private final ClientsController controller;
  private final CredentialsController credentials;
  private final Parent root;

  public ClientsView(ClientsViewModel model, Texts texts, Surroundings around) {
    this.model = model;
    this.controller = new ClientsController(model, texts, ties);
    this.credentials = new CredentialsController(model, texts, ties);
    this.root =
        Views.load(
            ClientsView.class,
            "Clients.fxml",
            texts,
            Map.of(
                ClientsController.class,
                controller,
                ClientController.class,
                new ClientController(model, texts, around, ties),
                FormController.class,
                new FormController(model, texts, ties),
                CredentialsController.class,
                credentials));
    root.getStylesheets().add(Views.stylesheet(TableRows.class, "records.css"));
  }

  /** The workflow for the window. */
  public static Room room(ClientsServices services) {
    return around -> {
      ClientsViewModel model =
          new ClientsViewModel(services, around.background(), around.operator());
      return new Place(
          "clients",
          MaterialDesignK.KEY_OUTLINE,
          Role.ADMINISTRATOR,
          texts -> new ClientsView(model, texts, around));
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
  public void left() {
    credentials.clear();
    model.forget();
  }

  @Override
  public void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && model.back()) {
      credentials.clear();
      key.consume();
    }
  }

  @Override
  public void dispose() {
    credentials.clear();
    ties.cut();
  }
}
