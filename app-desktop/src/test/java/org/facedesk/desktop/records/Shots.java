package org.facedesk.desktop.records;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.facedesk.desktop.controls.PreviewPane;
import org.facedesk.desktop.shell.FacedeskWindow;
import org.facedesk.desktop.ui.Screen;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.desktop.ui.Views;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A screen alone in a window without a display, to be looked at and clicked in. */
public final class Shots {
  private Shots() {}

  /** Shows a screen as the window would. */
  public static Scene show(Callable<Screen> screen, Texts texts, Theme theme, double w, double h)
      throws TimeoutException {
    Stage stage = FxToolkit.registerPrimaryStage();
    return FxToolkit.setupFixture(() -> {
      Application.setUserAgentStylesheet(theme.stylesheet());
      try {
        Screen made = screen.call();
        made.root().getStyleClass().add("shell");
        Scene scene = new Scene(made.root(), w, h);
        scene.getStylesheets().add(Views.stylesheet(PreviewPane.class, "controls.css"));
        scene.getStylesheets().add(Views.stylesheet(FacedeskWindow.class, "shell.css"));
        scene
            .getRoot()
            .setNodeOrientation(
                texts.rightToLeft()
                    ? NodeOrientation.RIGHT_TO_LEFT
                    : NodeOrientation.LEFT_TO_RIGHT);
        scene.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, made::pressed);
        stage.setScene(scene);
        stage.show();
        made.shown();
        return scene;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
  }

  /** Writes what is shown to the folder that {@code facedesk.shots} names; without one, nothing. */
  public static void write(Scene scene, String name) {
    String folder = System.getProperty("facedesk.shots", "");
    if (folder.isEmpty()) {
      return;
    }
    File file = Path.of(folder).resolve(name + ".png").toFile();
    var image = WaitForAsyncUtils.waitForAsyncFx(5000, () -> scene.snapshot(null));
    try {
      ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
