package org.facedesk.desktop.settings;

import java.util.List;

/**
 * What runs here.
 *
 * @param lines names and versions, as key of the words and value: {@code version}, {@code java}…
 * @param parts what it is built of
 */
public record About(List<Line> lines, List<Part> parts) {

  /**
   * @param key the words are {@code settings.about.KEY}
   */
  public record Line(String key, String value) {}

  /**
   * A part, and its licence.
   *
   * @param licence its SPDX expression
   */
  public record Part(String name, String licence, String owner) {}
}
