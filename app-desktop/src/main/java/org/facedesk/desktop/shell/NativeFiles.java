package org.facedesk.desktop.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.facedesk.desktop.ui.FilePicker;
import org.jspecify.annotations.Nullable;

/** The desktop's own dialogs for files. They open where something was chosen last. */
final class NativeFiles implements FilePicker {
  private final Window owner;
  private @Nullable File last;

  NativeFiles(Window owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> open(String title, Kind... kinds) {
    return chosen(chooser(title, kinds).showOpenDialog(owner));
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, Kind... kinds) {
    FileChooser chooser = chooser(title, kinds);
    chooser.setInitialFileName(suggestedName);
    return chosen(chooser.showSaveDialog(owner));
  }

  @Override
  public Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(present());
    File folder = chooser.showDialog(owner);
    if (folder != null) {
      last = folder;
    }
    return Optional.ofNullable(folder).map(File::toPath);
  }

  private FileChooser chooser(String title, Kind... kinds) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(present());
    Arrays.stream(kinds)
        .map(kind -> new FileChooser.ExtensionFilter(kind.name(), kind.patterns()))
        .forEach(chooser.getExtensionFilters()::add);
    return chooser;
  }

  /** A folder that is gone would make the dialog fail. */
  private @Nullable File present() {
    return last != null && last.isDirectory() ? last : null;
  }

  private Optional<Path> chosen(@Nullable File file) {
    if (file != null) {
      last = file.getParentFile();
    }
    return Optional.ofNullable(file).map(File::toPath);
  }
}
