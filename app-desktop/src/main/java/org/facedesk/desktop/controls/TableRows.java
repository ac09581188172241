package org.facedesk.desktop.controls;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.facedesk.desktop.ui.WrapSafe;

/** What the tables of the window have in common. UI thread only. */
public final class TableRows {
  private static final int AHEAD = 15;

  private TableRows() {}

  /**
   * Shows these rows. Rows that stay are not touched, so that selection and scrolling stay, too.
   */
  public static <T> void show(TableView<T> table, List<T> rows) {
    ObservableList<T> shown = table.getItems();
    int same = 0;
    int most = Math.min(shown.size(), rows.size());
    while (same < most && shown.get(same).equals(rows.get(same))) {
      same++;
    }
    if (same < shown.size()) {
      shown.remove(same, shown.size());
    }
    if (same < rows.size()) {
      shown.addAll(rows.subList(same, rows.size()));
    }
  }

  /** Lets the arrow keys work at once: with the focus, the first row is chosen if none is. */
  public static <T> void keys(TableView<T> table) {
    table.focusedProperty().addListener((property, before, now) -> chooseFirst(table));
    table.getItems().addListener((ListChangeListener<T>) change -> chooseFirst(table));
  }

  private static <T> void chooseFirst(TableView<T> table) {
    boolean none = table.getSelectionModel().getSelectedIndex() < 0;
    if (table.isFocused() && none && !table.getItems().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
  }

  /** A column of texts; what is cut off is said by a tooltip. */
  public static <T> void column(TableColumn<T, String> column, Function<T, String> text) {
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setCellFactory(made -> new TextCell<>());
    column.setReorderable(false);
    column.setSortable(false);
  }

  /** A column of sentences: what is too long for a line goes on in the next. */
  public static <T> void sentences(TableColumn<T, String> column, Function<T, String> text) {
    column(column, text);
    column.setCellFactory(made -> new SentenceCell<>(column));
  }

  /**
   * Gives every column the width of what stands in it, as far as there is room.
   *
   * @param growing has what is left over
   */
  public static <T> void fit(TableView<T> table, TableColumn<T, String> growing) {
    table.setColumnResizePolicy(new FittedColumns<>(table, growing));
  }

  /**
   * Opens a row by Enter, or by a click.
   *
   * @param more called when the last rows come into sight
   */
  public static <T> void open(TableView<T> table, Consumer<T> opened, Runnable more) {
    keys(table);
    table.setRowFactory(made -> {
      TableRow<T> row = new TableRow<>();
      row.indexProperty()
          .addListener((property, before, index) -> {
            if (index.intValue() >= table.getItems().size() - AHEAD && index.intValue() >= 0) {
              more.run();
            }
          });
      row.setOnMouseClicked(click -> {
        if (click.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
          opened.accept(row.getItem());
        }
      });
      return row;
    });
    table.setOnKeyPressed(key -> {
      T chosen = table.getSelectionModel().getSelectedItem();
      if (key.getCode() == KeyCode.ENTER && chosen != null) {
        key.consume();
        opened.accept(chosen);
      }
    });
  }

  private static final class TextCell<T> extends TableCell<T, String> {
    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
    }

    @Override
    protected void layoutChildren() {
      super.layoutChildren();
      String whole = getText();
      boolean cut =
          whole != null && lookup(".text") instanceof Text seen && !whole.equals(seen.getText());
      Tooltip present = getTooltip();
      if (!cut) {
        setTooltip(null);
      } else if (present == null || !present.getText().equals(whole)) {
        setTooltip(new Tooltip(whole));
      }
    }
  }

  private static final class SentenceCell<T> extends TableCell<T, String> {
    private final Label words = new Label();

    SentenceCell(TableColumn<T, String> column) {
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
      WrapSafe.keep(words);
      words
          .prefWidthProperty()
          .bind(
              column
                  .widthProperty()
                  .map(width -> width.doubleValue() - snappedLeftInset() - snappedRightInset()));
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text); // for the screen reader, and as wide as it would be in a line
      words.setText(empty ? "" : text);
      setGraphic(empty ? null : words);
    }
  }
}
