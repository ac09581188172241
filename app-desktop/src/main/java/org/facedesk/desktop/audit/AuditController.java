package org.facedesk.desktop.audit;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.facedesk.desktop.audit.AuditScreen.Work;
import org.facedesk.desktop.controls.FaultPanel;
import org.facedesk.desktop.controls.Shown;
import org.facedesk.desktop.controls.TableRows;
import org.facedesk.desktop.controls.Tones;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.FilePicker;
import org.facedesk.desktop.ui.Moments;
import org.facedesk.desktop.ui.Surroundings;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.store.Audit;
import org.facedesk.store.AuditAction;
import org.jspecify.annotations.Nullable;

/** The filter, the table, and what is done with the trail as a whole. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class AuditController {
  private static final Duration TYPING = Duration.millis(300);

  /** What actions begin with, by who or what they are about. */
  private static final List<String> FAMILIES =
      Stream.concat(Stream.of(""), AuditAction.families().stream().map(family -> family + "."))
          .toList();

  private final AuditViewModel model;
  private final Texts texts;
  private final Moments moments;
  private final Surroundings around;
  private final Ties ties;
  private final FaultPanel faultPanel;
  private final PauseTransition typing = new PauseTransition(TYPING);
  private @Nullable FaultReport shownFault;

  @FXML private DatePicker from;
  @FXML private DatePicker until;
  @FXML private ChoiceBox<String> action;
  @FXML private TextField actor;
  @FXML private TextField text;
  @FXML private TableView<Audit.Entry> table;
  @FXML private TableColumn<Audit.Entry, String> number;
  @FXML private TableColumn<Audit.Entry, String> at;
  @FXML private TableColumn<Audit.Entry, String> what;
  @FXML private TableColumn<Audit.Entry, String> who;
  @FXML private TableColumn<Audit.Entry, String> subject;
  @FXML private TableColumn<Audit.Entry, String> details;
  @FXML private Label empty;
  @FXML private Label count;
  @FXML private Button verify;
  @FXML private Button export;
  @FXML private HBox band;
  @FXML private Label result;
  @FXML private ProgressBar progress;
  @FXML private Button stop;
  @FXML private StackPane faultSlot;

  AuditController(AuditViewModel model, Texts texts, Surroundings around, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.moments = new Moments(texts);
    this.around = around;
    this.ties = ties;
    this.faultPanel = new FaultPanel(texts);
  }

  @FXML
  void initialize() {
    columns();
    action.getItems().setAll(FAMILIES);
    action.setConverter(new FamilyWords());
    action.setValue("");
    action.valueProperty().addListener((property, before, now) -> filter());
    from.valueProperty().addListener((property, before, now) -> filter());
    until.valueProperty().addListener((property, before, now) -> filter());
    actor.textProperty().addListener((property, before, now) -> typing.playFromStart());
    text.textProperty().addListener((property, before, now) -> typing.playFromStart());
    typing.setOnFinished(event -> filter());
    faultSlot.getChildren().add(faultPanel);
    ties.tie(typing::stop);
    ties.tie(model.listen(this::draw));
  }

  private void columns() {
    TableRows.column(number, entry -> Long.toString(entry.number()));
    TableRows.column(at, entry -> moments.toTheSecond(entry.at()));
    TableRows.column(what, entry -> words(entry.event().action()));
    TableRows.column(who, entry -> model.name(entry.event().actor()));
    TableRows.column(subject, entry -> subject(entry));
    TableRows.column(details, entry -> details(entry.event().details()));
    TableRows.fit(table, details);
    TableRows.open(table, entry -> {}, model::more);
  }

  /**
   * What happened in a person's life is called as it is there; what is newer than this, as it is.
   */
  private String words(String action) {
    return Stream.of("audit.event.", "people.history.trail.")
        .map(family -> family + action)
        .filter(texts::has)
        .findFirst()
        .map(key -> texts.get(key))
        .orElse(action);
  }

  private static String subject(Audit.Entry entry) {
    String about = entry.event().subject();
    UUID client = entry.event().client();
    return about != null ? about : client == null ? "" : client.toString();
  }

  /** Each by the word for it, if there is one; what it is, as it was written down. */
  private String details(Map<String, String> all) {
    return new TreeMap<>(all)
        .entrySet().stream()
            .map(detail -> texts.get("audit.detail", word(detail.getKey()), detail.getValue()))
            .collect(Collectors.joining(" · "));
  }

  private String word(String detail) {
    String key = "audit.detail." + detail;
    return texts.has(key) ? texts.get(key) : detail;
  }

  void focus() {
    Platform.runLater(text::requestFocus);
  }

  @FXML
  void filter() {
    typing.stop();
    String family = action.getValue();
    model.filter(
        new Audit.Filter(
            start(from.getValue(), 0),
            start(until.getValue(), 1),
            family == null ? "" : family,
            actor.getText().strip(),
            text.getText().strip()));
  }

  /** The first moment of a day, or of one later. */
  private static @Nullable Instant start(@Nullable LocalDate day, int later) {
    return day == null
        ? null
        : day.plusDays(later).atStartOfDay(ZoneId.systemDefault()).toInstant();
  }

  @FXML
  void clear() {
    from.setValue(null);
    until.setValue(null);
    action.setValue("");
    actor.clear();
    text.clear();
    filter();
  }

  @FXML
  void verify() {
    model.verify();
  }

  @FXML
  void stop() {
    model.stop();
  }

  @FXML
  void export() {
    around
        .files()
        .save(
            texts.get("audit.export.title"),
            "trail.jsonl",
            new FilePicker.Kind(texts.get("audit.export.lines"), "*.jsonl"),
            new FilePicker.Kind(texts.get("audit.export.csv"), "*.csv"))
        .ifPresent(model::export);
  }

  private void draw(AuditScreen screen) {
    TableRows.show(table, screen.rows());
    empty.setText(texts.get(screen.loading() ? "audit.loading" : "audit.empty"));
    count.setText(
        texts.get(screen.more() ? "audit.count.more" : "audit.count", screen.rows().size()));
    verify.setDisable(screen.work().going());
    export.setDisable(screen.work().going());
    Shown.when(screen.mayExport(), export);
    draw(screen.work());
    FaultReport fault = screen.fault();
    faultSlot.setVisible(fault != null);
    if (fault != null && !fault.equals(shownFault)) {
      faultPanel.show(fault, model::dismissFault);
    }
    shownFault = fault;
  }

  private void draw(Work work) {
    Shown.when(!(work instanceof Work.Idle), band);
    Shown.when(work.going(), progress, stop);
    Tone tone =
        switch (work) {
          case Work.Whole _, Work.Exported _ -> Tone.GOOD;
          case Work.Broken _ -> Tone.BAD;
          case Work.Idle _, Work.Checking _, Work.Exporting _, Work.Stopped _ -> Tone.NEUTRAL;
        };
    Tones.mark(band, tone);
    result.setText(
        switch (work) {
          case Work.Idle _ -> "";
          case Work.Checking(double share) -> {
            progress.setProgress(share);
            yield texts.get("audit.verify.going");
          }
          case Work.Whole(long entries) -> texts.get("audit.verify.whole", entries);
          case Work.Broken(long broken) -> texts.get("audit.verify.broken", broken);
          case Work.Exporting(double share) -> {
            progress.setProgress(share);
            yield texts.get("audit.export.going");
          }
          case Work.Exported(Path file, long entries) ->
              texts.get("audit.export.done", entries, String.valueOf(file.getFileName()));
          case Work.Stopped _ -> texts.get("audit.stopped");
        });
  }

  private final class FamilyWords extends StringConverter<String> {
    @Override
    public String toString(@Nullable String family) {
      return family == null || family.isEmpty()
          ? texts.get("audit.action.any")
          : texts.get("audit.action." + family.replace(".", ""));
    }

    @Override
    public String fromString(String words) {
      throw new UnsupportedOperationException("it is chosen, not typed");
    }
  }
}
