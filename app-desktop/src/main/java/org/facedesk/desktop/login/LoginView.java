package org.facedesk.desktop.login;

import java.util.Map;
import javafx.scene.Parent;
import org.facedesk.desktop.ui.Appearance;
import org.facedesk.desktop.ui.Screen;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.desktop.ui.Views;

/** What lies over the window until somebody is let in. */
public final class LoginView implements Screen {
  private final Ties ties = new Ties();
  private final Parent root;

  public LoginView(LoginViewModel model, Texts texts, Appearance appearance) {
    root =
        Views.load(
            LoginView.class,
            "Login.fxml",
            texts,
            Map.of(LoginController.class, new LoginController(model, texts, appearance, ties)));
    root.getStylesheets().add(Views.stylesheet(LoginView.class, "login.css"));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void dispose() {
    ties.cut();
  }
}
