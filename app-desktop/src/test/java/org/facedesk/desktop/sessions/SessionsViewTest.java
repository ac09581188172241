package org.facedesk.desktop.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.facedesk.admin.Role;
import org.facedesk.desktop.records.RecordsStation;
import org.facedesk.desktop.records.Shots;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.OnFx;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.engine.quality.Guidance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class SessionsViewTest {
  private final RecordsStation station = new RecordsStation(Role.OPERATOR);
  private final SessionsDesk sessions = new SessionsDesk(station);
  private final ExecutorService work = Executors.newSingleThreadExecutor();
  private final Background background = new Background(work, Platform::runLater);
  private final SessionsViewModel model =
      new SessionsViewModel(sessions.watch(), background, station.signedIn);

  private Scene open(Locale language, Theme theme) throws TimeoutException {
    Texts texts = Texts.of(language);
    return Shots.show(
        () -> new SessionsView(model, texts, station.around(background)), texts, theme, 1184, 700);
  }

  @AfterEach
  void close() throws TimeoutException {
    FxToolkit.cleanupStages();
    work.shutdownNow();
    station.close();
  }

  private static TableView<?> table(Scene scene) {
    return (TableView<?>) OnFx.find(scene, "#table", Node.class);
  }

  @Test
  void theChosenSessionStaysChosenWhileItGoesOnAndIsEndedByKeys() throws TimeoutException {
    UUID id = sessions.begin(station.desk, "E-1024", Guidance.BLINK);
    Scene scene = open(Locale.ENGLISH, Theme.LIGHT);
    OnFx.await(() -> table(scene).getItems().size() == 1);
    OnFx.await(() -> table(scene).isFocused());
    new FxRobot().type(KeyCode.DOWN);
    OnFx.await(() -> table(scene).getSelectionModel().getSelectedIndex() == 0);
    sessions.begin(station.desk, null, null);
    sessions.show(id, station.desk, "E-1024", Guidance.TURN_HEAD, 44);
    WaitForAsyncUtils.waitForAsyncFx(5000, model::refresh);
    OnFx.await(() -> table(scene).getItems().size() == 2);
    Button cancel = OnFx.find(scene, "#cancel", Button.class);
    assertThat(cancel.isDisabled()).isFalse();
    WaitForAsyncUtils.waitForAsyncFx(5000, cancel::fire);
    OnFx.await(() -> table(scene).getItems().size() == 1);
    assertThat(station.asked).containsExactly("Stop this session?");
    assertThat(sessions.live).noneMatch(seen -> seen.view().sessionId().equals(id));
  }

  @Test
  void itLooksRightInBothDirections() throws TimeoutException {
    for (int i = 0; i < 5; i++) {
      sessions.begin(
          station.desk, i == 2 ? null : "E-" + (1000 + i), List.of(Guidance.values()).get(3 * i));
    }
    Scene light = open(Locale.ENGLISH, Theme.LIGHT);
    OnFx.await(() -> table(light).getItems().size() == 5);
    Shots.write(light, "sessions-light");
    FxToolkit.cleanupStages();
    sessions.live.clear();
    Scene dark = open(Locale.of("ar"), Theme.DARK);
    OnFx.await(() -> table(dark).getItems().isEmpty());
    Shots.write(dark, "sessions-ar-dark-empty");
    assertThat(table(dark).getColumns()).hasSize(8);
  }
}
