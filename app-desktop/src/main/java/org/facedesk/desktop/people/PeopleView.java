package org.facedesk.desktop.people;

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
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The people screen as nodes. */
public final class PeopleView implements Screen {
  private final Ties ties = new Ties();
  private final PeopleViewModel model;
  private final PeopleController list;
  private final Parent root;

  public PeopleView(PeopleViewModel model, Texts texts, Surroundings around) {
    this.model = model;
    this.list = new PeopleController(model, texts, around, ties);
    this.root =
        Views.load(
            PeopleView.class,
            "People.fxml",
            texts,
            Map.of(
                PeopleController.class,
                list,
                PersonController.class,
                new PersonController(model, texts, around, ties),
                ErasureController.class,
                new ErasureController(model, texts, around, ties),
                ImportController.class,
                new ImportController(model, texts, ties)));
    root.getStylesheets().add(Views.stylesheet(TableRows.class, "records.css"));
    root.getStylesheets().add(Views.stylesheet(PeopleView.class, "people.css"));
  }

  /** The workflow for the window. */
  public static Room room(PeopleServices services) {
    return around -> {
      PeopleViewModel model = new PeopleViewModel(services, around.background(), around.operator());
      return new Place(
              "people",
              MaterialDesignA.ACCOUNT_GROUP_OUTLINE,
              Role.OPERATOR,
              texts -> new PeopleView(model, texts, around))
          .closing(model::close);
    };
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    model.refresh();
    list.focus();
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
