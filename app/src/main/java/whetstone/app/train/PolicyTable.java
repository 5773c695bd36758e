package whetstone.app.train;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import whetstone.app.Words;
import whetstone.labelling.Round;
import whetstone.model.policy.Network;

/** Makes the table of policy versions with their lineage, newest first. */
final class PolicyTable {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private final Words words;
    private final ZoneId zone;

    PolicyTable(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    TableView<PolicyRow> make() {
        TableView<PolicyRow> table = new TableView<>();
        table.setFixedCellSize(34);
        table.getStyleClass().addAll("policy-table", Styles.DENSE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(name());
        table.getColumns().add(column("policies.kind", 64, row -> kind(row.version().description().network())));
        table.getColumns().add(column("policies.parent", 64, row -> row.parent().orElse("–")));
        table.getColumns().add(right("policies.round", 70, row -> String.valueOf(row.version().round())));
        table.getColumns().add(right("policies.labels", 80, row -> String.format(Locale.ROOT, "%,d", row.version().labels())));
        table.getColumns().add(right("policies.loss", 118, row -> loss(row)));
        table.getColumns().add(right("policies.falls", 180, row -> falls(row.fallsPerLap())));
        table.getColumns().add(right("policies.trained", 140, row -> DATE.format(row.version().trainedAt().atZone(zone))));
        return table;
    }

    private TableColumn<PolicyRow, String> name() {
        TableColumn<PolicyRow, String> column = column("policies.name", 110, row -> row.version().name());
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(String name, boolean empty) {
                super.updateItem(name, empty);
                PolicyRow row = getTableRow() == null ? null : getTableRow().getItem();
                setText(empty ? null : name);
                setGraphic(empty || row == null || !row.drives() ? null : drives());
                setContentDisplay(ContentDisplay.RIGHT);
            }
        });
        return column;
    }

    private Label drives() {
        Label chip = new Label(words.get("policies.drives"));
        chip.getStyleClass().add("driver-chip");
        return chip;
    }

    private static String kind(Network network) {
        return switch (network) {
            case Network.Ridge _ -> "ridge";
            case Network.Convolutional _ -> "CNN";
            case Network.Foreign _ -> "imported";
        };
    }

    private static String loss(PolicyRow row) {
        return row.version().heldOutLoss().isEmpty() ? "–"
                : String.format(Locale.ROOT, "%.4f", row.version().heldOutLoss().getAsDouble());
    }

    /** Mean and its 95 % interval. */
    private static String falls(Round.Measured measured) {
        return measured.laps() == 0 ? "–"
                : String.format(Locale.ROOT, "%.2f  (%.2f – %.2f)", measured.mean(), measured.low(), measured.high());
    }

    private TableColumn<PolicyRow, String> right(String key, double width, Function<PolicyRow, String> value) {
        TableColumn<PolicyRow, String> column = column(key, width, value);
        column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
        return column;
    }

    private TableColumn<PolicyRow, String> column(String key, double width, Function<PolicyRow, String> value) {
        TableColumn<PolicyRow, String> column = new TableColumn<>(words.get(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())).getReadOnlyProperty());
        return column;
    }
}
