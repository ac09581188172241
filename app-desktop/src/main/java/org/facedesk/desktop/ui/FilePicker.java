package org.facedesk.desktop.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Lets the operator choose files. Each call returns when they have chosen, or empty when they have
 * not; the window goes on drawing meanwhile. UI thread only.
 */
public interface FilePicker {
  /**
   * @param kinds what may be chosen; none for any file
   */
  Optional<Path> open(String title, Kind... kinds);

  /**
   * Where something is to be written; an existing file was agreed to be replaced.
   *
   * @param suggestedName without a folder
   */
  Optional<Path> save(String title, String suggestedName, Kind... kinds);

  Optional<Path> folder(String title);

  /**
   * A kind of file.
   *
   * @param name in the operator's language
   * @param patterns {@code *.csv}
   */
  record Kind(String name, List<String> patterns) {
    public Kind(String name, String... patterns) {
      this(name, List.of(patterns));
    }
  }
}
