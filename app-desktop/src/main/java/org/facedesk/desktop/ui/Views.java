package org.facedesk.desktop.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads FXML files and style sheets that lie beside a class. */
public final class Views {
  private Views() {}

  /**
   * @param beside the class in whose package the file lies
   * @param controllers every controller the file and its includes name, made by constructor
   */
  public static Parent load(
      Class<?> beside, String file, Texts texts, Map<Class<?>, Object> controllers) {
    FXMLLoader loader = new FXMLLoader(resource(beside, file), texts.bundle());
    loader.setControllerFactory(type ->
        Objects.requireNonNull(
            controllers.get(type), () -> file + " names a controller nobody made: " + type));
    try {
      Parent root = loader.load();
      WrapSafe.within(root);
      return root;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A style sheet's address. */
  public static String stylesheet(Class<?> beside, String file) {
    return resource(beside, file).toExternalForm();
  }

  private static URL resource(Class<?> beside, String file) {
    return Objects.requireNonNull(beside.getResource(file), () -> "missing resource " + file);
  }
}
