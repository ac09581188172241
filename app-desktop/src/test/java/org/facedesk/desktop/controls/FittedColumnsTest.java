package org.facedesk.desktop.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.facedesk.desktop.records.Shots;
import org.facedesk.desktop.ui.OnFx;
import org.facedesk.desktop.ui.Screen;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

@SuppressWarnings("NullAway.Init") // each test shows a table first
class FittedColumnsTest {
  private static final double WIDTH = 600;

  private record Row(String name, String day) {}

  private final FxRobot robot = new FxRobot();
  private TableView<Row> table;
  private TableColumn<Row, String> name;
  private TableColumn<Row, String> day;

  private void show(List<Row> rows) throws TimeoutException {
    Shots.show(
        () -> {
          table = new TableView<>();
          name = new TableColumn<>("Name");
          day = new TableColumn<>("Day");
          table.getColumns().setAll(List.of(name, day));
          TableRows.column(name, Row::name);
          TableRows.column(day, Row::day);
          TableRows.fit(table, name);
          StackPane root = new StackPane(table);
          Screen screen = () -> root;
          return screen;
        },
        Texts.of(Locale.ENGLISH),
        Theme.LIGHT,
        WIDTH,
        300);
    robot.interact(() -> table.getItems().setAll(rows));
    OnFx.await(() -> sum() > table.getWidth() - 10 && cell("30/11/2026").isPresent());
  }

  @AfterEach
  void close() throws TimeoutException {
    FxToolkit.cleanupStages();
  }

  private double sum() {
    return name.getWidth() + day.getWidth();
  }

  private Optional<Labeled> cell(String text) {
    return OnFx.read(() ->
        table.lookupAll(".table-cell").stream()
            .map(Labeled.class::cast)
            .filter(each -> text.equals(each.getText()))
            .findFirst());
  }

  /** What the tooltip over a text says. */
  private Optional<String> over(String text) {
    return cell(text).map(Labeled::getTooltip).map(Tooltip::getText);
  }

  @Test
  void aColumnIsAsWideAsItsTextsAndOneHasTheRest() throws TimeoutException {
    show(List.of(new Row("Ada", "30/11/2026")));
    OnFx.await(() -> day.getWidth() < WIDTH / 3);
    assertThat(sum()).isBetween(table.getWidth() - 10, table.getWidth());
    assertThat(over("30/11/2026")).isEmpty();
  }

  @Test
  void whereThereIsNoRoomTheWidestGivesWayAndATooltipSaysTheWholeText() throws TimeoutException {
    String longest = "Chukwuemeka ".repeat(30);
    show(List.of(new Row(longest, "30/11/2026")));
    OnFx.await(() -> day.getWidth() < WIDTH / 3 && over(longest).isPresent());
    assertThat(sum()).isBetween(table.getWidth() - 10, table.getWidth());
    assertThat(over(longest)).contains(longest);
    assertThat(over("30/11/2026")).isEmpty();
  }

  @Test
  void rowsThatComeLaterWidenTheirColumn() throws TimeoutException {
    show(List.of(new Row("Ada", "30/11/2026")));
    OnFx.await(() -> day.getWidth() < WIDTH / 3);
    double before = day.getWidth();
    robot.interact(() -> table.getItems().add(new Row("Bo", "Wednesday, 30 November 2026")));
    OnFx.await(() -> day.getWidth() > before + 50);
  }
}
