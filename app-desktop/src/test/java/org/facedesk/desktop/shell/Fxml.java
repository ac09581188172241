package org.facedesk.desktop.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.facedesk.desktop.controls.PreviewPane;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Views;
import org.facedesk.desktop.ui.WrapSafe;

/**
 * One FXML file of the window, loaded as it is written, without the controller behind it: what its
 * words, controls and styles are is tested for every file alike. Included files are files of their
 * own.
 */
record Fxml(Path file) {
  private static final Path ROOT = Path.of("src/main/resources/org/facedesk/desktop");

  static List<Fxml> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".fxml"))
          .sorted()
          .map(Fxml::new)
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** With the window's style sheets and those that lie beside it. */
  Parent load(Texts texts) {
    try {
      String text =
          Files.readString(file)
              .replaceAll("\\sfx:controller=\"[^\"]*\"", "")
              .replaceAll("\\son[A-Z]\\w*=\"#[^\"]*\"", "")
              .replaceAll("<fx:include[^>]*/>", "");
      FXMLLoader loader = new FXMLLoader(file.toUri().toURL(), texts.bundle());
      Parent root = loader.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      WrapSafe.within(root);
      root.getStylesheets().add(Views.stylesheet(PreviewPane.class, "controls.css"));
      root.getStylesheets().add(Views.stylesheet(FacedeskWindow.class, "shell.css"));
      for (Path sheet : sheets()) {
        root.getStylesheets().add(sheet.toUri().toString());
      }
      return root;
    } catch (IOException broken) {
      throw new UncheckedIOException(file.toString(), broken);
    }
  }

  private List<Path> sheets() throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.toString().endsWith(".css")).sorted().toList();
    }
  }

  @Override
  public String toString() {
    return ROOT.relativize(file).toString();
  }
}
