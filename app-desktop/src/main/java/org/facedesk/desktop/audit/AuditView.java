package org.facedesk.desktop.audit;

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
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The audit screen as nodes. */
public final class AuditView implements Screen {
  private final Ties ties = new Ties();
  private final AuditViewModel model;
  private final AuditController controller;
  private final Parent root;

  public AuditView(AuditViewModel model, Texts texts, Surroundings around) {
    this.model = model;
    this.controller = new AuditController(model, texts, around, ties);
    this.root =
        Views.load(AuditView.class, "Audit.fxml", texts, Map.of(AuditController.class, controller));
    root.getStylesheets().add(Views.stylesheet(TableRows.class, "records.css"));
    root.getStylesheets().add(Views.stylesheet(AuditView.class, "audit.css"));
  }

  /** The workflow for the window. */
  public static Room room(AuditServices services) {
    return around -> {
      AuditViewModel model = new AuditViewModel(services, around.background(), around.operator());
      return new Place(
              "audit",
              MaterialDesignS.SHIELD_CHECK_OUTLINE,
              Role.SUPERVISOR,
              texts -> new AuditView(model, texts, around))
          .closing(model::stop);
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
    if (key.getCode() == KeyCode.ESCAPE && model.back()) {
      key.consume();
    }
  }

  @Override
  public void dispose() {
    ties.cut();
  }
}
