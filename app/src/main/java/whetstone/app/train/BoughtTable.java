package whetstone.app.train;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import whetstone.app.Words;

/** What each round bought, and what it would be without some of its labels. */
final class BoughtTable {
    private static final PseudoClass ABLATION = PseudoClass.getPseudoClass("ablation");

    private final Words words;

    BoughtTable(Words words) {
        this.words = words;
    }

    TableView<BoughtRow> make() {
        TableView<BoughtRow> table = new TableView<>();
        table.setFixedCellSize(34);
        table.getStyleClass().addAll("bought-table", Styles.DENSE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("bought.what", 210, BoughtRow::what));
        table.getColumns().add(right("bought.labels", 80, row -> String.format(Locale.ROOT, "%,d", row.labels())));
        table.getColumns().add(right("bought.disagreement", 190, BoughtRow::disagreement));
        table.getColumns().add(right("bought.falls", 260, BoughtRow::falls));
        table.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(BoughtRow row, boolean empty) {
                super.updateItem(row, empty);
                pseudoClassStateChanged(ABLATION, !empty && row != null && row.ablation());
            }
        });
        return table;
    }

    private TableColumn<BoughtRow, String> right(String key, double width, Function<BoughtRow, String> value) {
        TableColumn<BoughtRow, String> column = column(key, width, value);
        column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
        return column;
    }

    /** Each heading says in a tooltip what is measured. */
    private TableColumn<BoughtRow, String> column(String key, double width, Function<BoughtRow, String> value) {
        TableColumn<BoughtRow, String> column = new TableColumn<>();
        Label heading = new Label(words.get(key));
        heading.setTooltip(new Tooltip(words.get(key + ".tip")));
        column.setGraphic(heading);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())).getReadOnlyProperty());
        return column;
    }
}
