package org.facedesk.desktop.launch;

import java.nio.file.Path;
import java.util.Optional;
import org.facedesk.desktop.ui.FilePicker;

/** Files that are chosen without a dialog, which no picture shows. */
final class PreparedFiles implements FilePicker {
  private final Path folder;
  private String name = "";

  PreparedFiles(Path folder) {
    this.folder = folder;
  }

  /** What is chosen next, within the folder. */
  Path next(String file) {
    name = file;
    return folder.resolve(file);
  }

  @Override
  public Optional<Path> open(String title, Kind... kinds) {
    return Optional.of(folder.resolve(name));
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, Kind... kinds) {
    return Optional.of(folder.resolve(name));
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.of(folder);
  }
}
