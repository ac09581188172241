package org.facedesk.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
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
        "30/11/2026، 1:49 م\nاكتمل التحقق: تم التعرف عليه · عميل",
        "E-1024 عائشة بنت أحمد بن عبد الله",
        "(عائشة بنت أحمد) Ada Lovelace",
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
  @ValueSource(
      strings = {
        "30/11/2026، 1:49 م\nاكتمل التحقق",
        "1:49 م",
        "E-1024 عائشة",
        "عائشة 7",
        "(عائشة) Ada",
        "جديد: 9 · مرفوض: 2",
        "Ada 7 · عائشة"
      })
  void noMarkIsDrawnAndNothingIsTurnedRound(String text) throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    WaitForAsyncUtils.waitForAsyncFx(
        20_000, () -> assertThat(drawn(WrapSafe.of(text, true))).isEqualTo(drawn(text)));
  }

  /** The points of a text in a place wide enough for it, and for a box on either side of it. */
  private static List<Integer> drawn(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setStyle("-fx-padding: 20px; -fx-text-fill: black; -fx-font-size: 14px");
    label.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
    WritableImage picture = new Scene(label, 400, 100).snapshot(null);
    List<Integer> points = new ArrayList<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        points.add(picture.getPixelReader().getArgb(x, y));
      }
    }
    return points;
  }

  @Test
  void aWordAfterANumberOrASignIsARunOfItsOwnToo() {
    assertThat(WrapSafe.of("جديد: 0 · مرفوض: 2", true)).endsWith("جديد: 0 · \u200Eمرفوض: 2");
    assertThat(WrapSafe.of("Ada 7 · عائشة", true)).endsWith("Ada 7 · عائشة");
  }

  @Test
  void whatIsWrittenElsewhereHasNoMarksButItsOwn() {
    for (String text :
        List.of(
            "30/11/2026، 1:49 م",
            "عائشة بنت أحمد",
            WrapSafe.inOrder("(النسخة 2026-11)", "2026-11"))) {
      assertThat(WrapSafe.plain(WrapSafe.of(text, true))).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Search…", "Zoë Ångström"})
  void otherTextsStayAsTheyAre(String text) {
    assertThat(WrapSafe.of(text, true)).isEqualTo(text);
  }
}
