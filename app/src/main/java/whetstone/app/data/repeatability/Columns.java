package whetstone.app.data.repeatability;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import whetstone.app.Words;

/** Small tables of texts that are not sorted. */
record Columns(Words words) {
    <R> TableView<R> table(String emptyKey) {
        TableView<R> table = new TableView<>();
        table.setFixedCellSize(32);
        table.getStyleClass().addAll(Styles.DENSE, "repeat-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label empty = new Label(words.get(emptyKey));
        empty.setWrapText(true);
        empty.getStyleClass().addAll(Styles.TEXT_MUTED, "repeat-empty");
        table.setPlaceholder(empty);
        return table;
    }

    <R> void text(TableView<R> table, String key, double width, Function<R, String> value) {
        column(table, key, width, value);
    }

    <R> void number(TableView<R> table, String key, double width, Function<R, String> value) {
        column(table, key, width, value).getStyleClass().add(Tweaks.ALIGN_RIGHT);
    }

    private <R> TableColumn<R, String> column(TableView<R> table, String key, double width, Function<R, String> value) {
        TableColumn<R, String> column = new TableColumn<>(words.get(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())).getReadOnlyProperty());
        table.getColumns().add(column);
        return column;
    }
}
