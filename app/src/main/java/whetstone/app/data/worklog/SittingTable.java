package whetstone.app.data.worklog;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;
import whetstone.app.WhatNow;
import whetstone.app.Words;
import whetstone.labelling.Sitting;

/** The table of sittings, the newest first. */
record SittingTable(Words words, ZoneId zone) {
    private static final DateTimeFormatter BEGUN = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    TableView<Sitting> make() {
        TableView<Sitting> table = new TableView<>();
        table.setFixedCellSize(34);
        table.getStyleClass().addAll(Styles.STRIPED, "work-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new WhatNow(Feather.CLOCK, words.get("work.empty.title"), words.get("work.empty.text")));
        column(table, "work.begun", 150, sitting -> BEGUN.format(sitting.from().atZone(zone)));
        column(table, "column.expert", 120, Sitting::expert);
        column(table, "work.device", 160, Sitting::device);
        number(table, "work.screen", 100, sitting -> duration(sitting.secondsAtScreen()));
        number(table, "column.labelled", 100, sitting -> duration(sitting.labelledSeconds()));
        number(table, "work.perMinute", 140, sitting -> rate(SittingSeries.perMinute(sitting)));
        number(table, "work.strokes", 80, sitting -> String.valueOf(sitting.strokes()));
        number(table, "work.redone", 80, sitting -> String.valueOf(sitting.redone()));
        number(table, "work.speed", 110, this::mostly);
        return table;
    }

    /** Minutes and seconds, with hours where there are any. */
    static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 3600 ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private String rate(OptionalDouble perMinute) {
        return perMinute.isPresent() ? words.get("work.seconds", perMinute.getAsDouble()) : words.get("work.none");
    }

    /** The speed at which most of the time was played. */
    private String mostly(Sitting sitting) {
        return sitting.secondsAtSpeed().entrySet().stream().max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(speed -> speed.getKey() < 1 ? words.get("work.slow", Math.round(1 / speed.getKey())) : words.get("work.fast", speed.getKey()))
                .orElse(words.get("work.none"));
    }

    private void number(TableView<Sitting> table, String key, double width, Function<Sitting, String> value) {
        column(table, key, width, value).getStyleClass().add(Tweaks.ALIGN_RIGHT);
    }

    private TableColumn<Sitting, String> column(TableView<Sitting> table, String key, double width, Function<Sitting, String> value) {
        TableColumn<Sitting, String> column = new TableColumn<>(words.get(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())).getReadOnlyProperty());
        table.getColumns().add(column);
        return column;
    }
}
