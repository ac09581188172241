package org.facedesk.desktop.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.facedesk.admin.ConsentTexts;
import org.facedesk.desktop.capture.FakeDesk;
import org.facedesk.desktop.ui.WrapSafe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

class ReceiptPageTest {
  @BeforeEach
  void theToolkitRuns() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  /** A printer draws the nodes as they are: what was laid out without room would be dots. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "id", "es", "fr", "ar"})
  void everyWordIsOnThePageThatGoesToThePrinter(String language) throws Exception {
    Receipt receipt =
        new Receipt(
            "Front desk",
            "E-1024",
            "Ada Augusta King, Countess of Lovelace",
            UUID.fromString("00000000-0000-4000-8000-00000000000b"),
            FakeDesk.START,
            ConsentTexts.read(null).in(language),
            false);

    List<Label> labels =
        FxToolkit.setupFixture(() ->
            new ReceiptPage(receipt)
                .node().lookupAll(".label").stream().map(Label.class::cast).toList());

    assertThat(labels)
        .hasSizeGreaterThan(10)
        .allSatisfy(label -> {
          Text drawn = (Text) label.lookup(".text");
          assertThat(WrapSafe.plain(drawn.getText())).isEqualTo(WrapSafe.plain(label.getText()));
          assertThat(label.localToScene(label.getLayoutBounds()).getMaxX())
              .isLessThanOrEqualTo(ReceiptPage.WIDTH);
          assertThat(label.localToScene(label.getLayoutBounds()).getMaxY())
              .isLessThanOrEqualTo(ReceiptPage.HEIGHT);
        });
  }
}
