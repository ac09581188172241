package org.facedesk.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class MacFilesTest {
  private static final Path MAC = Shipped.dist().resolve("mac");

  /** Every place that jpackage fills in, as its own template has them. */
  @Test
  void theProgramSaysWhatItIsInTheWordsOfJpackage() throws Exception {
    Map<String, String> info = properties("Info.plist");

    assertThat(info)
        .containsEntry("CFBundleExecutable", "DEPLOY_LAUNCHER_NAME")
        .containsEntry("CFBundleIconFile", "DEPLOY_ICON_FILE")
        .containsEntry("CFBundleIdentifier", "DEPLOY_BUNDLE_IDENTIFIER")
        .containsEntry("CFBundleName", "DEPLOY_BUNDLE_NAME")
        .containsEntry("CFBundleShortVersionString", "DEPLOY_BUNDLE_SHORT_VERSION")
        .containsEntry("CFBundleVersion", "DEPLOY_BUNDLE_CFBUNDLE_VERSION")
        .containsEntry("NSHumanReadableCopyright", "DEPLOY_BUNDLE_COPYRIGHT")
        .containsEntry("CFBundlePackageType", "APPL");
  }

  @Test
  void theProgramSaysWhatItWantsTheCameraFor() throws Exception {
    assertThat(properties("Info.plist").get("NSCameraUsageDescription")).contains("face");
  }

  @Test
  void aSignedProgramMayCompileAndOpenTheCamera() throws Exception {
    String name = new Jpackage(Platform.MAC_ARM64, "1.0.0", Shipped.dist(), null).name();

    assertThat(properties(name + ".entitlements"))
        .containsOnlyKeys(
            "com.apple.security.cs.allow-jit",
            "com.apple.security.cs.allow-unsigned-executable-memory",
            "com.apple.security.cs.disable-library-validation",
            "com.apple.security.device.camera")
        .allSatisfy((key, value) -> assertThat(value).isEqualTo("true"));
  }

  private static Map<String, String> properties(String file) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setEntityResolver((name, address) -> new InputSource(new StringReader("")));
    Element dictionary =
        (Element) builder.parse(MAC.resolve(file).toFile()).getElementsByTagName("dict").item(0);
    Map<String, String> properties = new LinkedHashMap<>();
    String key = "";
    NodeList children = dictionary.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      Node child = children.item(i);
      if (child.getNodeName().equals("key")) {
        key = child.getTextContent();
      } else if (child instanceof Element value) {
        properties.put(
            key, value.getTagName().equals("string") ? value.getTextContent() : value.getTagName());
      }
    }
    return properties;
  }
}
