package whetstone.app.data;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import whetstone.app.Words;

/** Makes the virtual table of rollouts: only the rows in view exist as nodes, whatever the number of rollouts. */
final class RolloutTable {
    private static final double ROW_HEIGHT = 36;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final Words words;
    private final ZoneId zone;

    RolloutTable(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /** @param trust mean trust in the labels of rollouts by id; a rollout may have none */
    TableView<RolloutRow> make(ObservableList<RolloutRow> rows, ObservableValue<Map<Long, Double>> trust) {
        TableView<RolloutRow> table = new TableView<>();
        SortedList<RolloutRow> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setFixedCellSize(ROW_HEIGHT);
        table.getStyleClass().addAll("rollout-table", Styles.STRIPED);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(number("column.number", 42, RolloutRow::id, Object::toString));
        table.getColumns().add(text("column.source", 186, row -> row.summary().info().source()));
        table.getColumns().add(text("column.driver", 120, RolloutRow::driver));
        table.getColumns().add(number("column.round", 66, row -> row.summary().info().round(), RolloutTable::orDash));
        table.getColumns().add(number("column.recorded", 112, row -> row.summary().info().recordedAt(),
                at -> DATE.format(at.atZone(zone))));
        table.getColumns().add(number("column.length", 78, row -> row.summary().seconds(), RolloutTable::duration));
        table.getColumns().add(falls());
        table.getColumns().add(labelled());
        table.getColumns().add(trust(trust));
        table.getColumns().add(number("column.rejected", 86, row -> row.summary().rejected(), RolloutTable::orDash));
        table.getColumns().add(state());
        return table;
    }

    private TableColumn<RolloutRow, String> text(String key, double width, Function<RolloutRow, String> value) {
        TableColumn<RolloutRow, String> column = column(key, width, value);
        column.setComparator(String.CASE_INSENSITIVE_ORDER);
        return column;
    }

    private <T> TableColumn<RolloutRow, T> number(String key, double width, Function<RolloutRow, T> value, Function<T, String> shown) {
        TableColumn<RolloutRow, T> column = column(key, width, value);
        column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
        column.setCellFactory(_ -> new Cell<>(row -> new Label(shown.apply(value.apply(row)))));
        return column;
    }

    private TableColumn<RolloutRow, Integer> falls() {
        TableColumn<RolloutRow, Integer> column = column("column.falls", 60, row -> row.summary().falls());
        column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
        column.setCellFactory(_ -> new Cell<>(row -> {
            Label label = new Label(orDash(row.summary().falls()));
            label.getStyleClass().add(row.summary().falls() > 0 ? Styles.DANGER : Styles.TEXT_MUTED);
            return label;
        }));
        return column;
    }

    private TableColumn<RolloutRow, Double> labelled() {
        TableColumn<RolloutRow, Double> column = column("column.labelled", 88, RolloutRow::labelledShare);
        column.setCellFactory(_ -> new Cell<>(row -> {
            ProgressBar bar = new ProgressBar(row.labelledShare());
            bar.getStyleClass().addAll(Styles.SMALL, "labelled-bar");
            Label count = new Label(orDash(row.summary().labelled()));
            count.getStyleClass().add("labelled-count");
            HBox box = new HBox(8, bar, count);
            box.setAlignment(Pos.CENTER_LEFT);
            return box;
        }));
        return column;
    }

    /** Unlike the others it changes while its row stays. */
    private TableColumn<RolloutRow, Double> trust(ObservableValue<Map<Long, Double>> trust) {
        TableColumn<RolloutRow, Double> column = column("column.trust", 58, _ -> 0.0);
        column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
        column.setCellValueFactory(cell -> trust.map(means -> means.getOrDefault(cell.getValue().id(), Double.NaN)));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Double mean, boolean empty) {
                super.updateItem(mean, empty);
                setText(empty || mean == null ? "" : mean.isNaN() ? "–" : String.format(Locale.ROOT, "%.2f", mean));
            }
        });
        return column;
    }

    private TableColumn<RolloutRow, String> state() {
        TableColumn<RolloutRow, String> column = column("column.state", 70, this::state);
        column.setCellFactory(_ -> new Cell<>(row -> {
            Label label = new Label(state(row));
            label.getStyleClass().addAll("chip",
                    row.summary().deleted() ? "chip-deleted" : row.summary().finished() ? "chip-kept" : "chip-cut");
            return label;
        }));
        return column;
    }

    private String state(RolloutRow row) {
        return words.get(row.summary().deleted() ? "state.deleted" : row.summary().finished() ? "state.kept" : "state.cut");
    }

    private <T> TableColumn<RolloutRow, T> column(String key, double width, Function<RolloutRow, T> value) {
        TableColumn<RolloutRow, T> column = new TableColumn<>(words.get(key));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 48));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())).getReadOnlyProperty());
        return column;
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    private static String orDash(int number) {
        return number == 0 ? "–" : String.format(Locale.ROOT, "%,d", number);
    }

    /** A cell whose content is a node made from its row. */
    private static final class Cell<T> extends TableCell<RolloutRow, T> {
        private final Function<RolloutRow, Node> content;

        Cell(Function<RolloutRow, Node> content) {
            this.content = content;
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            RolloutRow row = getTableRow() == null ? null : getTableRow().getItem();
            setGraphic(empty || row == null ? null : content.apply(row));
        }
    }
}
