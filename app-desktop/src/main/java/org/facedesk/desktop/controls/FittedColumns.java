package org.facedesk.desktop.controls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.util.Callback;

/**
 * Columns as wide as what stands in them. Where the table is too narrow for that, the widest give
 * way; what is left over belongs to one of them. A column does not become narrower when its long
 * texts go, so that nothing jumps about while rows change. UI thread only.
 */
@SuppressWarnings("rawtypes") // as the table wants it
final class FittedColumns<T> extends ConstrainedColumnResizeBase
    implements Callback<TableView.ResizeFeatures, Boolean> {
  private final TableView<T> table;
  private final TableColumn<T, ?> growing;
  private final Map<TableColumnBase<?, ?>, Double> needed = new HashMap<>();
  private final Set<T> unmeasured = new LinkedHashSet<>();
  private boolean awaited;

  /**
   * @param growing receives what is left over
   */
  FittedColumns(TableView<T> table, TableColumn<T, ?> growing) {
    this.table = table;
    this.growing = growing;
    unmeasured.addAll(table.getItems());
    table
        .getItems()
        .addListener(
            (ListChangeListener<T>)
                change -> {
                  while (change.next()) {
                    change.getRemoved().forEach(unmeasured::remove);
                    unmeasured.addAll(change.getAddedSubList());
                  }
                  afterLayout();
                });
  }

  @Override
  public Boolean call(TableView.ResizeFeatures asked) {
    if (asked.getColumn() != null) { // by hand
      return TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS.call(asked);
    }
    fit();
    if (!unmeasured.isEmpty()) {
      afterLayout();
    }
    return true;
  }

  /** Rows have their cells, and these their font, once the table has been laid out with them. */
  private void afterLayout() {
    Scene scene = table.getScene();
    if (awaited || scene == null) {
      return;
    }
    awaited = true;
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            awaited = false;
            fit();
          }
        });
  }

  private void fit() {
    TableView.ResizeFeatures<T> features = new TableView.ResizeFeatures<>(table, null, 0.0);
    double rest = features.getContentWidth();
    if (rest <= 0) {
      return;
    }
    measure();
    List<TableColumn<T, ?>> narrowFirst = new ArrayList<>(table.getVisibleLeafColumns());
    narrowFirst.sort(Comparator.comparingDouble(this::need));
    Map<TableColumn<T, ?>, Double> widths = new HashMap<>();
    int left = narrowFirst.size();
    for (TableColumn<T, ?> column : narrowFirst) {
      double width = Math.floor(Math.min(need(column), rest / left));
      widths.put(column, width);
      rest -= width;
      left--;
    }
    widths.merge(growing, rest, Double::sum);
    widths.forEach(features::setColumnWidth);
  }

  private double need(TableColumn<T, ?> column) {
    return needed.getOrDefault(column, column.getMinWidth());
  }

  private void measure() {
    for (Node node : table.lookupAll(".column-header")) {
      if (node instanceof TableColumnHeader header
          && header.getTableColumn() instanceof TableColumn<?, ?> column
          && header.lookup(".label") instanceof Labeled head) {
        need(column, column.getText(), head, around(header));
      }
    }
    Map<TableColumnBase<?, ?>, Labeled> cells = new HashMap<>();
    for (Node node : table.lookupAll(".table-row-cell:filled > .table-cell")) {
      if (node instanceof TableCell<?, ?> cell) {
        cells.put(cell.getTableColumn(), cell);
      }
    }
    for (TableColumn<T, ?> column : table.getVisibleLeafColumns()) {
      Labeled cell = cells.get(column);
      if (cell == null) {
        return; // not laid out yet
      }
      for (T row : unmeasured) {
        need(column, String.valueOf(column.getCellData(row)), cell, 0);
      }
    }
    unmeasured.clear();
  }

  /** The text as wide as it would be in a place like this. */
  private void need(TableColumnBase<?, ?> column, String words, Labeled place, double outside) {
    Text text = new Text(words);
    text.setFont(place.getFont());
    double width = text.getLayoutBounds().getWidth() + around(place) + outside;
    needed.merge(column, Math.ceil(width) + 1, Math::max);
  }

  private static double around(Region place) {
    return place.snappedLeftInset() + place.snappedRightInset();
  }
}
