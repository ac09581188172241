package org.facedesk.desktop.launch;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The program's version: the installer's, or from the jar's manifest. */
final class Version implements IVersionProvider {
  static String text() {
    return Optional.ofNullable(System.getProperty("jpackage.app-version"))
        .or(() -> Optional.ofNullable(Version.class.getPackage().getImplementationVersion()))
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Facedesk " + text()};
  }
}
