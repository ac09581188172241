package org.facedesk.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class WrapSafeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ملف بترميز يسمّي سطره الأول الأعمدة وإن شئت وغيرها تكون الصور في المجلد نفسه",
        "ملف CSV بترميز UTF-8 يسمّي الأعمدة: id، وإن شئت name وphoto وغيرها.",
        "Ada Lovelace (عائشة بنت أحمد) and a long tail of words",
        "سُجّل في 22 نوفمبر 2026. التسجيل الجديد يحل محل القديم\nعند اكتماله لا قبل ذلك."
      })
  void aTextFromRightToLeftIsWrappedAtAnyWidth(String text) throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          Label label = new Label();
          label.setWrapText(true);
          WrapSafe.within(new VBox(label));
          label.setText(text);
          new Scene(new VBox(label)).getRoot().applyCss();
          for (int width = 20; width < 600; width += 7) {
            int tried = width;
            assertThatCode(() -> label.prefHeight(tried)).doesNotThrowAnyException();
          }
          assertThat(WrapSafe.plain(label.getText())).isEqualTo(text);
        });
  }

  @Test
  void whereLinesRunFromRightToLeftEveryWordIsARunOfItsOwn() {
    String words = "عائشة بنت أحمد 7 here";
    String marks = "\u200E".repeat(words.length());
    assertThat(WrapSafe.of(words, true)).isEqualTo(marks + "عائشة \u200Eبنت \u200Eأحمد 7 here");
    assertThat(WrapSafe.of(words, false)).isEqualTo(marks + words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Search…", "Zoë Ångström"})
  void otherTextsStayAsTheyAre(String text) {
    assertThat(WrapSafe.of(text, true)).isEqualTo(text);
  }
}
