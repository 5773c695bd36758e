package whetstone.app.data.repeatability;

import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import whetstone.app.Words;
import whetstone.app.plot.Plot;
import whetstone.app.plot.Scale;
import whetstone.app.plot.Series;
import whetstone.labelling.trust.Repeatability;
import whetstone.labelling.trust.Trend;

/** How well each expert repeats himself: a table, and of the chosen one a few sentences and the trend. FX thread. */
final class ExpertsPane extends VBox {
    private static final PseudoClass EXPLAINS = PseudoClass.getPseudoClass("explains");

    private final TableView<ExpertRow> table;
    private final Label about = new Label();
    private final Plot plot;
    private final RepeatWording wording;
    private final String explained;

    ExpertsPane(Words words) {
        wording = new RepeatWording(words);
        explained = words.get("experts.explained");
        getStyleClass().add("repeat-card");
        Label title = new Label(words.get("experts.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        Columns columns = new Columns(words);
        table = columns.table("experts.empty");
        table.setId("repeat-experts");
        columns.text(table, "column.expert", 110, ExpertRow::expert);
        columns.number(table, "column.repeats", 78, row -> String.valueOf(row.agreement().clips()));
        columns.number(table, "column.retest", 124, row -> words.get("number.plain", row.agreement().error()));
        columns.number(table, "column.bias", 70, row -> wording.signed(row.agreement().bias()));
        columns.number(table, "column.icc3", 168, row -> wording.correlation(row.agreement().correlation()));
        table.setPrefHeight(136);
        table.setMinHeight(104);
        about.setId("repeat-about");
        about.getStyleClass().add("repeat-about");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        plot = new Plot(words.get("trend.days"), words.get("trend.error"));
        plot.setId("repeat-trend");
        plot.setMinHeight(0);
        plot.setPrefHeight(120);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(title, table, about, plot);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> show(Optional.ofNullable(row)));
    }

    void show(Repeatability repeatability) {
        String before = Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(ExpertRow::expert).orElse("");
        List<ExpertRow> rows = repeatability.withThemselves().entrySet().stream().map(one -> new ExpertRow(one.getKey(), one.getValue(),
                Trend.of(repeatability.ofExpert(one.getKey())))).toList();
        table.getItems().setAll(rows);
        if (!rows.isEmpty()) {
            table.getSelectionModel().select(rows.stream().filter(row -> row.expert().equals(before)).findFirst().orElse(rows.getFirst()));
        }
    }

    private void show(Optional<ExpertRow> row) {
        about.setText(row.map(one -> wording.about(one.expert(), one.agreement(), one.trend())).orElse(explained));
        about.pseudoClassStateChanged(EXPLAINS, row.isEmpty());
        plot.setVisible(row.isPresent());
        row.ifPresent(one -> show(one.trend().points()));
    }

    private void show(List<Trend.Point> sittings) {
        List<Series.Point> points = sittings.stream().map(sitting -> new Series.Point(
                Duration.between(sittings.getFirst().at(), sitting.at()).toMinutes() / 1440.0, sitting.error())).toList();
        double most = sittings.stream().mapToDouble(Trend.Point::error).max().orElse(1);
        double days = IntStream.range(0, points.size()).mapToDouble(i -> points.get(i).x()).max().orElse(1);
        plot.show(Scale.round(0, Math.max(1, days), 6), Scale.round(0, Math.max(0.05, most), 4),
                List.of(new Series("", "plot-expert", points, true)));
    }
}
