package org.facedesk.desktop.people;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.facedesk.admin.ImportRun;
import org.facedesk.admin.ImportedRow;
import org.facedesk.admin.ImportedRow.Status;
import org.facedesk.desktop.controls.Shown;
import org.facedesk.desktop.controls.TableRows;
import org.facedesk.desktop.people.PeopleScreen.Side;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;

/** An import: how far it is, what came of it, which rows need a look. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class ImportController {
  private final PeopleViewModel model;
  private final Texts texts;
  private final Ties ties;

  @FXML private Label file;
  @FXML private ProgressBar progress;
  @FXML private Label done;
  @FXML private Label counts;
  @FXML private Label results;
  @FXML private TableView<ImportedRow> problems;
  @FXML private TableColumn<ImportedRow, String> row;
  @FXML private TableColumn<ImportedRow, String> id;
  @FXML private TableColumn<ImportedRow, String> what;
  @FXML private Button stop;
  @FXML private Button close;

  ImportController(PeopleViewModel model, Texts texts, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.ties = ties;
  }

  @FXML
  void initialize() {
    TableRows.column(row, each -> Integer.toString(each.row()));
    TableRows.column(id, ImportedRow::id);
    TableRows.sentences(what, this::words);
    TableRows.fit(problems, what);
    ties.tie(model.listen(this::draw));
  }

  @FXML
  void stop() {
    model.stopImport();
  }

  @FXML
  void close() {
    model.back();
  }

  private String words(ImportedRow each) {
    String key = "error." + each.code();
    String why = texts.has(key) ? texts.get(key) : each.message();
    return each.status() == Status.CREATED ? texts.get("people.import.createdBut", why) : why;
  }

  private void draw(PeopleScreen screen) {
    if (!(screen.side() instanceof Side.Importing importing)) {
      return;
    }
    file.setText(String.valueOf(importing.file().getFileName()));
    Shown.when(!importing.over(), stop);
    Shown.when(importing.over(), close);
    ImportRun.Progress now = importing.progress();
    if (now == null) {
      progress.setProgress(importing.over() ? 0 : -1);
      done.setText(texts.get("people.import.reading"));
      Shown.when(false, counts, results, problems);
      return;
    }
    progress.setProgress(now.total() == 0 ? 1 : (double) now.done() / now.total());
    done.setText(
        texts.get(
            importing.stopped() ? "people.import.stopped" : "people.import.done",
            now.done(),
            now.total()));
    counts.setText(
        texts.get(
            "people.import.counts",
            now.count(Status.CREATED),
            now.count(Status.DONE_BEFORE),
            now.count(Status.EXISTS),
            now.count(Status.REFUSED)));
    results.setText(
        texts.get("people.import.results", String.valueOf(now.results().getFileName())));
    Shown.when(true, counts, results);
    Shown.when(!now.problems().isEmpty(), problems);
    TableRows.show(problems, now.problems());
  }
}
