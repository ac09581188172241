package org.facedesk.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.facedesk.admin.Role;
import org.facedesk.desktop.records.RecordsStation;
import org.facedesk.desktop.records.Shots;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.OnFx;
import org.facedesk.desktop.ui.Surroundings;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The screen as an operator meets it. */
@SuppressWarnings("NullAway.Init") // each test opens a window first
class PeopleViewTest {
  private final RecordsStation station = new RecordsStation(Role.OPERATOR);
  private final ExecutorService work = Executors.newSingleThreadExecutor();
  private final FxRobot robot = new FxRobot();

  private Scene scene;

  private void open(Locale language, Theme theme, double width, double height)
      throws TimeoutException {
    Texts texts = Texts.of(language);
    Background background = new Background(work, Platform::runLater);
    Surroundings around = station.around(background);
    scene =
        Shots.show(
            () ->
                new PeopleView(
                    new PeopleViewModel(PeopleDesk.services(station), background, station.signedIn),
                    texts,
                    around),
            texts,
            theme,
            width,
            height);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() throws TimeoutException {
    FxToolkit.cleanupStages();
    work.shutdownNow();
    station.close();
  }

  private <T extends Node> T find(String query, Class<T> type) {
    return OnFx.find(scene, query, type);
  }

  private TableView<?> table() {
    return find("#table", TableView.class);
  }

  @Test
  void aPersonIsFoundByTypingAndErasedByKeys() throws TimeoutException {
    station.person("E-1024", "Ada Lovelace");
    station.person("E-2048", "Grace Hopper");
    open(Locale.ENGLISH, Theme.LIGHT, 900, 700);
    OnFx.await(() -> table().getItems().size() == 2);
    OnFx.await(() -> find("#search", TextField.class).isFocused());
    robot.write("hopp");
    OnFx.await(() -> table().getItems().size() == 1);
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.ENTER);
    OnFx.await(() -> find("#title", Label.class).getText().equals("Grace Hopper"));
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> find("#erase", Button.class).requestFocus());
    robot.type(KeyCode.SPACE);
    OnFx.await(() -> find("#reason-LEFT", RadioButton.class).isVisible());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(find("#reasons", VBox.class).getChildren())
        .noneMatch(reason -> ((RadioButton) reason).isSelected());
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> find("#reason-LEFT", RadioButton.class).fire());
    Button now =
        OnFx.read(
            robot.lookup(node -> node instanceof Button button && button.getText().equals("Erase…"))
                ::queryButton);
    OnFx.await(() -> !now.isDisabled());
    WaitForAsyncUtils.waitForAsyncFx(5000, now::fire);
    OnFx.await(() -> find("#receipt", Label.class).getText().contains("The person has left"));
    assertThat(station.asked).containsExactly("Erase for good?");
    assertThat(station.store.users().count(station.desk.id())).isEqualTo(1);
    robot.type(KeyCode.ESCAPE);
    OnFx.await(() -> !find("#side", Node.class).isVisible());
  }

  @Test
  void aTableOfFiveThousandListsWhatIsLookedAt() throws TimeoutException {
    station.store.inTransaction(tx -> {
      for (int i = 0; i < 5000; i++) {
        tx.users().insert(new Many(station).user(i));
      }
      return true;
    });
    open(Locale.ENGLISH, Theme.LIGHT, 900, 700);
    OnFx.await(() -> table().getItems().size() == 100);
    long drawn = System.nanoTime();
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> table().scrollTo(99));
    OnFx.await(() -> table().getItems().size() == 200);
    assertThat(System.nanoTime() - drawn).as("scrolling stays fluent").isLessThan(2_000_000_000L);
    robot.write("Person 4321");
    OnFx.await(() -> table().getItems().size() == 1);
    assertThat(OnFx.read(() -> scene.getRoot().lookupAll(".table-row-cell").size())).isLessThan(60);
  }

  @Test
  void whoeverWasNeverEnrolledIsLedToTheEnrollScreenForTheFirstTime() throws TimeoutException {
    station.person("E-1", "Ada");
    open(Locale.ENGLISH, Theme.LIGHT, 900, 700);
    OnFx.await(() -> table().getItems().size() == 1);
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.ENTER);
    OnFx.await(() -> find("#title", Label.class).getText().equals("Ada"));
    assertThat(find("#again", Button.class).getText()).isEqualTo("Enroll");
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> find("#again", Button.class).fire());
    assertThat(station.went).containsExactly("enroll E-1 Ada");
  }

  @Test
  void itLooksRightInBothDirections() throws TimeoutException {
    look(Locale.ENGLISH, Theme.LIGHT, 1184, 760, "people-light");
    FxToolkit.cleanupStages();
    look(Locale.of("ar"), Theme.DARK, 928, 560, "people-ar-dark");
  }

  private void look(Locale language, Theme theme, double width, double height, String name)
      throws TimeoutException {
    if (station.store.users().count(station.desk.id()) == 0) {
      for (int i = 0; i < 30; i++) {
        station.person("E-" + (1000 + i), i % 7 == 3 ? "" : "Ada Lovelace the " + i);
      }
      station.person(
          "an-id-that-is-as-long-as-ids-may-be-" + "x".repeat(60),
          "Wolfeschlegelsteinhausenbergerdorff von und zu Hohenfels-Langenburg");
    }
    open(language, theme, width, height);
    OnFx.await(() -> table().getItems().size() == 31);
    OnFx.await(() -> find("#search", TextField.class).isFocused());
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.ENTER);
    OnFx.await(() -> find("#title", Label.class).getText().startsWith("Wolfe"));
    Shots.write(scene, name);
    assertThat(find("#table", Node.class).getLayoutBounds().getWidth()).isGreaterThan(300);
  }
}
