package org.facedesk.desktop.launch;

import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;

/**
 * The smallest screen the window is made for. What can be done there can be done on any, and the
 * platform without a display copies every picture pixel by pixel.
 */
final class SmallScreen {
  private static final double WIDTH = 1024;
  private static final double HEIGHT = 600;

  private SmallScreen() {}

  static void fit(Stage stage) throws TimeoutException {
    FxToolkit.setupFixture(() -> {
      stage.setWidth(WIDTH);
      stage.setHeight(HEIGHT);
    });
  }
}
