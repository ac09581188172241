package org.facedesk.desktop.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import org.facedesk.admin.Role;
import org.facedesk.desktop.records.RecordsStation;
import org.facedesk.desktop.records.Shots;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.OnFx;
import org.facedesk.desktop.ui.Screen;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init") // each test opens a window first
class ClientsViewTest {
  private final RecordsStation station = new RecordsStation(Role.ADMINISTRATOR);
  private final ExecutorService work = Executors.newSingleThreadExecutor();
  private final Background background = new Background(work, Platform::runLater);
  private Scene scene;
  private Screen view;

  private void open(Locale language, Theme theme) throws TimeoutException {
    Texts texts = Texts.of(language);
    ClientsViewModel model =
        new ClientsViewModel(ClientsDesk.services(station), background, station.signedIn);
    scene =
        Shots.show(
            () -> view = new ClientsView(model, texts, station.around(background)),
            texts,
            theme,
            1184,
            700);
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

  private void fire(String query) {
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> find(query, Button.class).fire());
  }

  private String clipboard() {
    String text =
        WaitForAsyncUtils.waitForAsyncFx(
            5000, () -> String.valueOf(Clipboard.getSystemClipboard().getString()));
    return text;
  }

  @Test
  void aKeyIsShownOnceCopiedAndGoneWithTheScreen() throws TimeoutException {
    open(Locale.ENGLISH, Theme.LIGHT);
    fire("#create");
    OnFx.await(() -> find("#form", Node.class).isVisible());
    Shots.write(scene, "clients-form");
    Node form = find("#form", Node.class);
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> ((TextField) form.lookup("#name")).requestFocus());
    new FxRobot().write("Gate 4");
    fire("#save");
    OnFx.await(() -> find("#apiKey", TextField.class).getText().startsWith("fk_"));
    String key = find("#apiKey", TextField.class).getText();
    Shots.write(scene, "clients-credentials");
    fire("#copyKey");
    assertThat(clipboard()).isEqualTo(key);
    WaitForAsyncUtils.waitForAsyncFx(5000, view::left);
    assertThat(clipboard()).isNotEqualTo(key);
    assertThat(find("#apiKey", TextField.class).getText()).isEmpty();
    assertThat(find("#apiSecret", TextField.class).getText()).isEmpty();
  }

  @Test
  void itLooksRightInBothDirections() throws TimeoutException {
    var clients = ClientsDesk.services(station).clients();
    clients.create("Gate 4", org.facedesk.store.ClientRecord.Envelope.DOUBLE);
    clients.create(
        "A client whose name is as long as anybody would ever make it, and then some",
        org.facedesk.store.ClientRecord.Envelope.API_KEY);
    open(Locale.of("ar"), Theme.DARK);
    OnFx.await(() -> find("#table", TableView.class).getItems().size() == 3);
    WaitForAsyncUtils.waitForAsyncFx(
        5000, () -> find("#table", TableView.class).getSelectionModel().select(0));
    new FxRobot().type(javafx.scene.input.KeyCode.ENTER);
    OnFx.await(() -> find("#details", Node.class).isVisible());
    Shots.write(scene, "clients-ar-dark");
    assertThat(find("#actions", Node.class).isVisible()).isTrue();
  }
}
