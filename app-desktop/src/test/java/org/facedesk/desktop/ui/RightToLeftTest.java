package org.facedesk.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class RightToLeftTest {
  private static final String NAME = "محمد عبد الله بن الحسن";

  @Test
  void aLongArabicSentenceCanBeBrokenIntoLines() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    String sentence = Texts.of(Locale.of("ar")).get("login.first.words");
    int lines =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () -> {
              Text text = new Text(sentence);
              text.setFont(Font.font(16));
              double one = text.getLayoutBounds().getHeight();
              text.setWrappingWidth(300);
              return (int) Math.round(text.getLayoutBounds().getHeight() / one);
            });
    assertThat(lines).isGreaterThan(3);
  }

  @Test
  void anArabicNameCanBeBrokenInAnEnglishSentence() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    String sentence = Texts.of(Locale.ENGLISH).get("who.known", NAME);
    double height =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () -> {
              Text text = new Text(sentence);
              text.setWrappingWidth(120);
              return text.getLayoutBounds().getHeight();
            });
    assertThat(height).isPositive();
    assertThat(RightToLeft.plain(sentence)).contains(NAME);
  }

  @Test
  void latinNamesAreLeftAsTheyAre() {
    assertThat(RightToLeft.wrappable("Ada Lovelace", false)).isEqualTo("Ada Lovelace");
    assertThat(RightToLeft.wrappable("Ada Lovelace", true)).isEqualTo("Ada Lovelace");
    assertThat(RightToLeft.plain(RightToLeft.wrappable(NAME, false))).isEqualTo(NAME);
  }
}
