package whetstone.app.train;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import whetstone.app.Words;
import whetstone.labelling.TrainingLog.Run;

/** Makes the table of training runs, newest first: those that gave a policy and those that did not. */
final class RunTable {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private final Words words;
    private final RunWording wording;
    private final ZoneId zone;

    RunTable(Words words, ZoneId zone) {
        this.words = words;
        this.wording = new RunWording(words);
        this.zone = zone;
    }

    TableView<Run> make() {
        TableView<Run> table = new TableView<>();
        table.setFixedCellSize(34);
        table.getStyleClass().addAll("run-table", Styles.DENSE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("runs.begun", 150, run -> DATE.format(run.plan().begunAt().atZone(zone))));
        table.getColumns().add(column("runs.version", 70, run -> run.plan().name()));
        table.getColumns().add(right("runs.labels", 80, run -> String.format(Locale.ROOT, "%,d", run.plan().labels())));
        table.getColumns().add(right("runs.epochs", 90, run -> words.get("runs.epochsOf", run.epochsDone(), run.plan().epochs())));
        table.getColumns().add(column("runs.outcome", 440, wording::outcome));
        return table;
    }

    private TableColumn<Run, String> right(String key, double width, Function<Run, String> value) {
        TableColumn<Run, String> column = column(key, width, value);
        column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
        return column;
    }

    private TableColumn<Run, String> column(String key, double width, Function<Run, String> value) {
        TableColumn<Run, String> column = new TableColumn<>(words.get(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())).getReadOnlyProperty());
        return column;
    }
}
