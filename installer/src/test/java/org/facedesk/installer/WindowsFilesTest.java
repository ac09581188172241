package org.facedesk.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class WindowsFilesTest {
  private static final Path SOURCES = Shipped.dist().resolve("../..").normalize();

  @Test
  void anOlderVersionIsNotInstalledOverANewerOne() throws Exception {
    Path file = Shipped.dist().resolve("win/overrides.wxi");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(file.toFile());

    assertThat(document.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://schemas.microsoft.com/wix/2006/wi");
    assertThat(Files.readString(file)).contains("<?undef JpAllowDowngrades?>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"facedesk-station", "facedesk-decoder"})
  void furtherProgramsHaveAConsoleAndNoShortcuts(String name, @TempDir Path folder)
      throws IOException {
    Launchers.describe(folder, "main.jar");

    assertThat(Files.readAllLines(folder.resolve(name + ".properties")))
        .contains("win-console=true", "win-menu=false", "win-shortcut=false");
  }

  /** The tools of the .msi end at 260 characters; what is above the content needs some 120. */
  @Test
  void noNameInTheProgramsFolderIsTooLongForWindows(@TempDir Path folder) throws IOException {
    new Licences(Shipped.dist().resolve("common/licences"))
        .collect(Shipped.jars(), SOURCES.resolve("LICENSE"), folder);

    try (Stream<Path> all = Files.walk(folder)) {
      List<String> names =
          all.map(path -> "licences/" + folder.relativize(path))
              .filter(n -> n.length() > 120)
              .toList();
      assertThat(names).isEmpty();
    }
  }

  /** Both scripts name their commands in a table of usage, and treat some of them themselves. */
  @Test
  void bothScriptsKnowTheSameCommands() throws IOException {
    String shell = Files.readString(SOURCES.resolve("station"));
    String batch = Files.readString(SOURCES.resolve("station.cmd"), StandardCharsets.UTF_8);

    assertThat(matches("(?m)^echo   ([a-z]+) +\\S", batch))
        .isEqualTo(matches("(?m)^  ([a-z]+)  +\\S", shell.substring(shell.indexOf("usage() {"))))
        .contains("run", "serve", "bench", "load", "attacks", "package");
    Set<String> own = matches("(?m)^  ([a-z]+)\\)$", shell);
    own.remove("run"); // Windows lacks nothing that a window needs
    assertThat(matches("(?m)^:(test|bench|load|attacks|format|package|build)\\s*$", batch))
        .isEqualTo(own);
  }

  private static Set<String> matches(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Pattern.compile(pattern).matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }
}
