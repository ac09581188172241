package org.facedesk.desktop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.facedesk.admin.AuditTrail;
import org.facedesk.admin.Role;
import org.facedesk.desktop.records.RecordsStation;
import org.facedesk.desktop.records.Shots;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.OnFx;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.store.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init") // each test opens a window first
class AuditViewTest {
  private final RecordsStation station = new RecordsStation(Role.ADMINISTRATOR);
  private final ExecutorService work = Executors.newSingleThreadExecutor();
  private final Background background = new Background(work, Platform::runLater);

  @TempDir private Path folder;
  private Scene scene;

  private void open(Locale language, Theme theme) throws TimeoutException {
    Texts texts = Texts.of(language);
    AuditServices services = new AuditServices(new AuditTrail(station.store), Map::of);
    AuditViewModel model = new AuditViewModel(services, background, station.signedIn);
    scene =
        Shots.show(
            () -> new AuditView(model, texts, station.around(background)), texts, theme, 1184, 700);
  }

  @AfterEach
  void close() throws TimeoutException {
    FxToolkit.cleanupStages();
    work.shutdownNow();
    station.close();
  }

  private void append(int count) {
    for (int i = 0; i < count; i++) {
      station
          .store
          .audit()
          .append(
              new AuditEvent(
                  i % 2 == 0 ? "person.created" : "client.rotated",
                  "operator:" + UUID.randomUUID(),
                  UUID.randomUUID(),
                  UUID.randomUUID().toString(),
                  null,
                  Map.of("sessions_cancelled", String.valueOf(i))));
    }
  }

  private <T extends Node> T find(String query, Class<T> type) {
    return OnFx.find(scene, query, type);
  }

  @Test
  void theTrailIsFilteredCheckedAndExportedByKeys() throws TimeoutException {
    append(30);
    open(Locale.ENGLISH, Theme.LIGHT);
    OnFx.await(() -> find("#table", TableView.class).getItems().size() == 30);
    OnFx.await(() -> find("#text", TextField.class).isFocused());
    new FxRobot().write("rotated");
    OnFx.await(() -> find("#table", TableView.class).getItems().size() == 15);
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> find("#verify", Button.class).fire());
    OnFx.await(() -> find("#result", Label.class).getText().contains("30 entries"));
    Shots.write(scene, "audit-light");
    Path file = folder.resolve("audit.csv");
    station.file = file;
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> find("#export", Button.class).fire());
    OnFx.await(() -> find("#result", Label.class).getText().contains("audit.csv"));
    assertThat(file).exists();
  }

  @Test
  void detailsAreToldInWordsAndAsTheyAreWhereThereAreNone() throws TimeoutException {
    station
        .store
        .audit()
        .append(
            new AuditEvent(
                "client.revoked",
                "operator:" + UUID.randomUUID(),
                null,
                null,
                null,
                Map.of("sessions_cancelled", "3", "newer_than_this", "{x}")));
    open(Locale.ENGLISH, Theme.LIGHT);
    OnFx.await(() -> find("#table", TableView.class).getItems().size() == 1);
    TableView<?> table = find("#table", TableView.class);
    assertThat(table.getColumns().getLast().getCellData(0))
        .isEqualTo("newer_than_this: {x} · Sessions ended: 3");
  }

  @Test
  void itLooksRightInBothDirections() throws TimeoutException {
    append(12);
    open(Locale.of("ar"), Theme.DARK);
    OnFx.await(() -> find("#table", TableView.class).getItems().size() == 12);
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> find("#verify", Button.class).fire());
    OnFx.await(() -> !find("#stop", Node.class).isVisible());
    Shots.write(scene, "audit-ar-dark");
    assertThat(find("#band", Node.class).isVisible()).isTrue();
  }
}
